using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>Everything one report is made from.</summary>
/// <param name="Composition">Its snapshot is what is at hand already; collecting adds the template's datasets.</param>
internal sealed record ReportRequest(
    CompositionRequest Composition,
    ImmutableArray<RequestedExport> Exports)
{
    /// <summary>Nothing but this part of what is collected is kept or composed; null for all of it.</summary>
    public ReportSplit? Split { get; init; }
}

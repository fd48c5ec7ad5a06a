using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>Everything one report is made from.</summary>
/// <param name="Composition">Its snapshot is what is at hand already; collecting adds the template's datasets.</param>
internal sealed record ReportRequest(
    CompositionRequest Composition,
    ImmutableArray<RequestedExport> Exports);

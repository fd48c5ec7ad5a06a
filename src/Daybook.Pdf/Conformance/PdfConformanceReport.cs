using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance;

/// <param name="Profiles">What the file was held against.</param>
/// <param name="ConditionCount">How many conditions were checked.</param>
public sealed record PdfConformanceReport(ImmutableArray<PdfProfile> Profiles, int ConditionCount, ImmutableArray<PdfFinding> Findings)
{
    /// <summary>Whether no condition that can be checked by a machine is broken. Warnings may remain.</summary>
    public bool Conforms => Findings.All(finding => finding.IsWarning);
}

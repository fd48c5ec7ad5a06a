using System.Collections.Immutable;

namespace Daybook.Reports.Comparison;

/// <summary>One of the two reports, for whoever reads the difference.</summary>
internal sealed record ComparedReportContract(Guid Id, string TemplateName, int TemplateVersion, DateOnly ReportDate, string Status, DateTimeOffset GeneratedAt)
{
    public static ComparedReportContract Of(StoredReport report) =>
        new(report.Id.Value, report.TemplateName, report.TemplateVersion, report.ReportDate, report.Status.Word, report.GeneratedAt);
}

/// <param name="IsSame">Whether nothing at all differs.</param>
internal sealed record ReportDifferenceContract(
    ComparedReportContract From,
    ComparedReportContract To,
    bool IsSame,
    ImmutableArray<FactChange> Facts,
    ImmutableArray<FigureChange> Figures,
    int OmittedFigures,
    ImmutableArray<RowsChange> Rows,
    ImmutableArray<SectionChange> Sections);

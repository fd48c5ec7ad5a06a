namespace Daybook.Reports;

/// <summary>The three stores of reports.</summary>
internal sealed record ReportStores(ReportStore Reports, ReportWorkStore Work, ExportStore Exports);

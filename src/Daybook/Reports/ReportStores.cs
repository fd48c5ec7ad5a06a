namespace Daybook.Reports;

/// <summary>The stores of reports.</summary>
internal sealed record ReportStores(ReportStore Reports, ReportWorkStore Work, ExportStore Exports, ReportAnalysisStore Analyses);

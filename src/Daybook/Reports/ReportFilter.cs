using Daybook.Templates;

namespace Daybook.Reports;

/// <summary>Which reports a list shows; null takes all.</summary>
/// <param name="StartDate">First business date.</param>
/// <param name="EndDate">Last business date.</param>
internal sealed record ReportFilter(DateOnly? StartDate, DateOnly? EndDate, TemplateId? TemplateId, ReportState? Status);

using Daybook.Accounts;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Reports;

/// <summary>A report that is asked for.</summary>
/// <param name="Parameters">One value for each parameter.</param>
/// <param name="SuppliedParameters">As they were sent.</param>
internal sealed record NewReport(
    TemplateId TemplateId,
    int TemplateVersion,
    Json TemplateSnapshot,
    DateOnly ReportDate,
    string Zone,
    string? CloseTime,
    string? ShiftName,
    string? Operator,
    string? Classification,
    Json Parameters,
    Json SuppliedParameters,
    Json ExportFormats,
    Json Inputs,
    DateTimeOffset GeneratedAt,
    UserId GeneratedBy,
    ReportId? RerunOf);

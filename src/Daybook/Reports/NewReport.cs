using Daybook.Accounts;
using Daybook.Schedules.Running;
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
    ReportId? RerunOf)
{
    /// <summary>The occurrence of a schedule that it is made for; null for one that somebody asked for.</summary>
    public OccurrenceId? OccurrenceId { get; init; }

    /// <summary>Of several that wait, those with the higher number go first.</summary>
    public int Priority { get; init; }

    /// <summary>When it is wanted; of several that wait, the earlier goes first. Null is at once.</summary>
    public DateTimeOffset? WantedAt { get; init; }
}

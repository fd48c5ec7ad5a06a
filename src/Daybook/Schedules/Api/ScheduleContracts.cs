using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Delivery.Bursting;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.Words;

namespace Daybook.Schedules.Api;

/// <param name="Words">When it falls due, in words.</param>
/// <param name="NextRunAt">Null when it never runs again.</param>
internal sealed record ScheduleSavedContract(Guid ScheduleId, string Message, string Words, DateTimeOffset? NextRunAt, ImmutableArray<FieldError> Warnings);

/// <param name="Until">When it goes on by itself; null when somebody has to resume it.</param>
internal sealed record PauseContract(DateTimeOffset Since, string? By, string? Note, DateTimeOffset? Until);

/// <param name="Frequency">daily, weekly or monthly: the nearest to the rule.</param>
/// <param name="Time">The first time of the day; null where the rule brings its own.</param>
/// <param name="Definition">When it falls due: the fields of <c>docs/reference/schedules.md</c>.</param>
/// <param name="Words">The same in words; null where this program cannot read it.</param>
/// <param name="Burst">How the report is divided among recipients; null where one goes to everybody.</param>
/// <param name="Locale">BCP 47, of the numbers and dates of its reports; null for none.</param>
/// <param name="Flag">What keeps it from working; null when nothing does.</param>
/// <param name="NextRunAt">As planned; null before the first plan, and when it never runs again.</param>
/// <param name="Version">Rises with every change.</param>
internal sealed record ScheduleContract(
    Guid Id,
    Guid TemplateId,
    string TemplateName,
    string Name,
    string Frequency,
    string? Time,
    string Timezone,
    JsonElement Definition,
    string? Words,
    JsonElement Policies,
    JsonElement Parameters,
    JsonElement ExportFormats,
    JsonElement Distribution,
    BurstDefinition? Burst,
    string? Locale,
    int Priority,
    bool IsActive,
    PauseContract? Paused,
    string? Flag,
    DateTimeOffset? FlaggedAt,
    string? Owner,
    Guid? CreatedBy,
    int Version,
    DateTimeOffset? LastRunAt,
    DateTimeOffset? NextRunAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ScheduleContract Of(Schedule schedule, CalendarCatalog calendars)
    {
        var rule = schedule.Rule;
        return new ScheduleContract(
            schedule.Id.Value,
            schedule.TemplateId.Value,
            schedule.TemplateName,
            schedule.Name,
            schedule.Frequency,
            rule is { Times: [var first, ..] } ? FieldText.Short(first) : null,
            schedule.Timezone,
            JsonElement.Parse(schedule.Definition.Text),
            rule is null ? null : ScheduleWords.Of(rule, rule.Calendar is { } id ? calendars.Find(id) : null),
            JsonElement.Parse(schedule.Policies.Text),
            JsonElement.Parse(schedule.Parameters.Text),
            JsonElement.Parse(schedule.ExportFormats.Text),
            JsonElement.Parse(schedule.DistributionConfig.Text),
            schedule.ReadBurst(),
            schedule.Locale,
            schedule.Priority,
            schedule.IsActive,
            schedule.PausedAt is { } since ? new PauseContract(since, schedule.PausedByName, schedule.PauseNote, schedule.PausedUntil) : null,
            schedule.Flag,
            schedule.FlaggedAt,
            schedule.OwnerName,
            schedule.CreatedBy?.Value,
            schedule.Version,
            schedule.LastRunAt,
            schedule.IsActive ? schedule.NextRunAt : null,
            schedule.CreatedAt,
            schedule.UpdatedAt);
    }
}

internal sealed record PauseRequest(string? Note = null, GivenInstant? Until = null);

/// <param name="Mode">skip, latest or all.</param>
internal sealed record ResumeRequest(string? Mode = null);

/// <param name="Change"><c>moved</c>, <c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Before">When it falls due by the present plan; null when it does not.</param>
internal sealed record PlanChangeContract(string Change, string NominalDate, string Slot, string? Before, string? After);

/// <summary>One due moment that is not kept yet.</summary>
/// <param name="Reason">Why it does not run; null when it does.</param>
/// <param name="DueAt">UTC; null when it does not run.</param>
/// <param name="WallTime">What clocks in the schedule's zone show.</param>
/// <param name="ViewerTime">What clocks in the viewer's zone show.</param>
/// <param name="Adjustments">What moved it: clamped, rolled, early_close, gap, overlap, calendar_horizon.</param>
internal sealed record FutureOccurrenceContract(
    string NominalDate, string BusinessDate, string ReportDate, string Slot, string? Reason, string? DueAt, string? WallTime, string? ViewerTime, ImmutableArray<string> Adjustments,
    string? PeriodStart, string? PeriodEnd, string? RunAt, string? StartDeadline);

/// <param name="RuleEnds">Whether fewer are shown than were asked for because none follows.</param>
/// <param name="Burst">The parts that each occurrence makes; null where one report goes to everybody.</param>
/// <param name="Difference">Against the plan of the schedule that was named; empty where none was.</param>
internal sealed record DryRunContract(
    string Words, string Zone, string ViewerZone, string TzdbVersion, string? Calendar, string? CalendarVersion, bool RuleEnds, ImmutableArray<FutureOccurrenceContract> Occurrences,
    ImmutableArray<PlanChangeContract> Difference, ImmutableArray<FieldError> Warnings, DryRunBurstContract? Burst = null);

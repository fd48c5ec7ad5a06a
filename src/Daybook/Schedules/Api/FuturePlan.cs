using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>Shows what a schedule will do, by the same code that plans its rows; nothing is kept.</summary>
internal static class FuturePlan
{
    public const int MostOccurrences = 366, UsualOccurrences = 10;

    /// <summary>The next occurrences after an instant, those that do not run included.</summary>
    /// <param name="id">What jitter is made from; null for a schedule that is not kept.</param>
    public static DryRunContract Of(
        ScheduleDefinition rule, BusinessCalendar? calendar, TimeZoneData zones, ScheduleId? id, Instant now, int count, DateTimeZone viewer, ImmutableArray<PlanChange> difference,
        ImmutableArray<FieldError> warnings)
    {
        var found = FireTimes.Of(rule, calendar, zones, id?.ToString() ?? "").Take(now, count);
        return new DryRunContract(
            ScheduleWords.Of(rule, calendar), rule.Zone, viewer.Id, zones.Version, calendar?.Id, calendar?.Version, found.Count(occurrence => occurrence.Reason is null) < count,
            [.. found.Select(occurrence => Of(occurrence, viewer))], [.. difference.Select(Of)], warnings);
    }

    private static FutureOccurrenceContract Of(PlannedOccurrence occurrence, DateTimeZone viewer) => new(
        FieldText.Of(occurrence.NominalDate),
        FieldText.Of(occurrence.BusinessDate),
        FieldText.Of(occurrence.ReportDate),
        occurrence.Slot,
        occurrence.Reason is { } reason ? EnumWords<SkipReason>.Of(reason) : null,
        Text(occurrence.DueAt),
        occurrence.DueAt is { } due ? WallTime.Of(due, occurrence.Offset) : null,
        occurrence.DueAt is { } at ? WallTime.Of(at, viewer.GetUtcOffset(at)) : null,
        [.. AdjustmentWords.Of(occurrence.Adjustments)],
        Text(occurrence.Period?.Start),
        Text(occurrence.Period?.End),
        Text(occurrence.RunAt),
        Text(occurrence.StartDeadline));

    public static PlanChangeContract Of(PlanChange change)
    {
        var row = (change.After ?? change.Before)!;
        return new PlanChangeContract(
            change.IsMoved ? "moved" : change.IsAdded ? "added" : change.IsRemoved ? "removed" : "changed",
            FieldText.Of(row.NominalDate), row.Slot, Text(change.Before?.DueAt), Text(change.After?.DueAt));
    }

    private static string? Text(Instant? instant) => instant is { } value ? FieldText.Of(value) : null;
}

using Daybook.Accounts;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using NodaTime;
using NodaTime.TimeZones;

namespace Daybook.Schedules.Running;

/// <summary>Makes occurrences that somebody asks for: what they cover, and under which date they stand.</summary>
internal sealed class AskedOccurrences(ScheduleStore schedules, OccurrencePlanStore plans, ServerCalendars calendars, TimeZoneData zones)
{
    /// <summary>How far a business date can be from the nominal date of its occurrence.</summary>
    private static readonly Duration Reach = Duration.FromDays(37);

    /// <summary>A date that the zone left out starts when the gap ends.</summary>
    private static readonly ZoneLocalMappingResolver DayStart = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The schedule of an occurrence that the caller sees.</summary>
    /// <exception cref="ProblemException">It was deleted.</exception>
    public async Task<Schedule> RequireAsync(Session session, Caller caller, ScheduleId id, CancellationToken cancellationToken) =>
        await schedules.FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemType.NotPossibleNow, "Its schedule was deleted. A new schedule with the same rule can make it: daybook schedule backfill.");

    /// <exception cref="ProblemException">Every report of the schedule would fail.</exception>
    public void RequireUsable(Schedule schedule)
    {
        if (ScheduleFlag.Prevents(schedule.Flag))
            throw new ProblemException(ProblemType.NotPossibleNow, FlagWords.Refusal(schedule.Flag!, schedule.Rule, zones));
    }

    /// <param name="businessDate">Null is the date that it is in the schedule's zone.</param>
    /// <exception cref="ProblemException">The date lies ahead, or the schedule cannot be run.</exception>
    public async Task<OccurrenceId> AddAsync(
        Session session, Caller caller, Schedule schedule, OccurrenceOrigin origin, DateOnly? businessDate, string? note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        RequireUsable(schedule);
        var (rule, times, zone) = await TimesAsync(session, schedule, cancellationToken).ConfigureAwait(false);
        var present = Instant.FromDateTimeOffset(now);
        var today = present.InZone(zone).Date;
        var date = businessDate is { } wanted ? LocalDate.FromDateOnly(wanted) : today;
        if (date > today)
            throw new ProblemException(ProblemType.InvalidRequest, "business_date lies ahead.", [new FieldError("business_date", "must not lie ahead", "out_of_range")]);
        var (reportDate, period) = PeriodOf(times, date, present, zone);
        var local = present.InZone(zone);
        var row = new PlannedRow(
            null, schedule.Id.ToString(), schedule.Version, schedule.PolicySet.MaxAttempts, FieldText.Of(date), FieldText.Of(date), $"{origin.Word}:{RowText.Of(now)}",
            FieldText.Of(local.TimeOfDay), rule.Zone, local.Offset.Seconds, RowText.Of(now), [], null, zones.Version, RowText.Of(period.Start), RowText.Of(period.End),
            FieldText.Of(reportDate), RowText.Of(now), null, OccurrenceState.Planned.Word, null);
        return await plans.AddAsync(session, row, origin, caller.Id, caller.Username, delivers: true, note, now, cancellationToken).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemType.NotPossibleNow, "Somebody else asked for the same at the same moment.");
    }

    /// <summary>What an occurrence covers that was not to run: what it would have covered.</summary>
    public async Task<Occurrence> WithPeriodAsync(Session session, Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var (_, times, zone) = await TimesAsync(session, schedule, cancellationToken).ConfigureAwait(false);
        var (_, period) = PeriodOf(times, LocalDate.FromDateOnly(occurrence.BusinessDate), Instant.FromDateTimeOffset(occurrence.DueAt), zone);
        return occurrence with { PeriodStart = period.Start.ToDateTimeOffset(), PeriodEnd = period.End.ToDateTimeOffset() };
    }

    /// <summary>That of the date's own occurrence where it has been due; else what lies between the one before and the end of the date, or the present.</summary>
    private static (LocalDate ReportDate, Interval Period) PeriodOf(FireTimes times, LocalDate date, Instant now, DateTimeZone zone)
    {
        var end = zone.ResolveLocal(date.PlusDays(1).AtMidnight(), DayStart).ToInstant();
        var own = times.Between(end - Reach, end + Reach).LastOrDefault(row => row.Reason is null && row.BusinessDate == date && row.At <= now);
        return own is { Period: { } period } ? (own.ReportDate, period) : times.PeriodAt(date, Instant.Min(now, end));
    }

    private async Task<(ScheduleDefinition Rule, FireTimes Times, DateTimeZone Zone)> TimesAsync(Session session, Schedule schedule, CancellationToken cancellationToken)
    {
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        if (schedule.Rule is not { } rule || zones.Find(rule.Zone) is not { } zone)
            throw new ProblemException(ProblemType.NotPossibleNow, FlagWords.Refusal(schedule.Rule is null ? ScheduleFlag.Unreadable : ScheduleFlag.ZoneUnknown, schedule.Rule, zones));
        return (rule, FireTimes.Of(rule, rule.Calendar is { } calendar ? catalog.Find(calendar) : null, zones, schedule.Id.ToString()), zone);
    }
}

using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>Makes up for dates that have no report. A plan is shown, confirmed by its hash, and followed: oldest first, a few at once.</summary>
internal sealed class Backfills(
    ScheduleStore schedules, OccurrenceStore occurrences, OccurrencePlanStore plans, OccurrenceDecisionStore decisions, BackfillStore store, ServerCalendars calendars, TimeZoneData zones,
    OccurrenceClock time, AuditLog audit)
{
    /// <summary>Runs of one backfill.</summary>
    public const int MostRuns = 366;

    private const int MostDays = 3660;

    /// <param name="from">The first nominal date.</param>
    /// <param name="to">The last one; what is not due yet is left to the schedule.</param>
    /// <param name="again">Whether dates are run again that have their report.</param>
    /// <exception cref="ProblemException">The schedule is not there for the caller, or the range is wrong.</exception>
    public async Task<BackfillPlan> PlanAsync(Session session, Caller caller, ScheduleId id, LocalDate from, LocalDate to, bool delivers, bool again, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(to < from, "to", "lies before from", "out_of_range");
        check.Refuse(Period.DaysBetween(from, to) > MostDays, "to", $"is more than {MostDays} days after from", "out_of_range");
        check.ThrowIfRefused();
        var schedule = await schedules.LockAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Schedule");
        if (schedule.Rule is not { } rule || zones.Find(rule.Zone) is not { } zone)
            throw new ProblemException(ProblemType.NotPossibleNow, FlagWords.Refusal(schedule.Rule is null ? ScheduleFlag.Unreadable : ScheduleFlag.ZoneUnknown, schedule.Rule, zones));
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        var times = FireTimes.Of(rule, rule.Calendar is { } calendar ? catalog.Find(calendar) : null, zones, id.ToString());
        var now = Instant.FromDateTimeOffset(await time.NowAsync(session, cancellationToken).ConfigureAwait(false));

        // Holidays move dates by up to a month, so more is looked at than is shown.
        var (first, last) = (from.PlusDays(-35).AtStartOfDayInZone(zone).ToInstant(), Instant.Min(to.PlusDays(36).AtStartOfDayInZone(zone).ToInstant(), now));
        var planned = last <= first ? [] : times.Between(first, last).Where(row => row.NominalDate >= from && row.NominalDate <= to).ToList();
        check.Refuse(planned.Count(row => row.Reason is null) > MostRuns, "to", $"makes {planned.Count(row => row.Reason is null)} runs; at most {MostRuns} are taken at once", "out_of_range");
        check.ThrowIfRefused();
        var rows = planned.Count == 0 ? [] : await RowsAsync(session, caller, id, first.ToDateTimeOffset(), last.ToDateTimeOffset(), cancellationToken).ConfigureAwait(false);
        var known = rows.ToDictionary(row => (LocalDate.FromDateOnly(row.NominalDate), row.Slot));
        return new BackfillPlan(schedule, [.. planned.Select(row => Date(row, known.GetValueOrDefault((row.NominalDate, row.Slot)), again))], delivers);
    }

    /// <returns>How many runs it begins.</returns>
    /// <exception cref="ProblemException">The plan is no longer the one that was shown.</exception>
    public async Task<int> FollowAsync(Session session, Caller caller, BackfillPlan plan, string confirmed, CancellationToken cancellationToken)
    {
        if (plan.Hash != confirmed)
            throw new ProblemException(ProblemType.NotPossibleNow, "The hash is not that of the plan for these dates: it is mistyped, asked with other dates or options, or the schedule or its occurrences changed since it was shown. Ask for the plan again without confirm, and send the hash that it shows.");
        if (ScheduleFlag.Prevents(plan.Schedule.Flag))
            throw new ProblemException(ProblemType.NotPossibleNow, FlagWords.Refusal(plan.Schedule.Flag!, plan.Schedule.Rule, zones));
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var begun = 0;
        foreach (var date in plan.Runs)
        {
            if (await BeginAsync(session, caller, plan, date, now, cancellationToken).ConfigureAwait(false))
                begun++;
        }

        await audit.AppendAsync(
            session, caller, "schedule.backfilled", plan.Schedule.Id.ToString(), null,
            new Json($$"""{"runs":{{begun}},"from":"{{FieldText.Of(plan.Dates[0].Planned.NominalDate)}}","to":"{{FieldText.Of(plan.Dates[^1].Planned.NominalDate)}}","delivers":{{(plan.Delivers ? "true" : "false")}}}"""),
            cancellationToken).ConfigureAwait(false);
        return begun;
    }

    private async Task<bool> BeginAsync(Session session, Caller caller, BackfillPlan plan, BackfillDate date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var attempts = plan.Schedule.PolicySet.MaxAttempts;
        if (date.Existing is not { } existing)
        {
            var row = PlannedRow.Of(date.Planned, plan.Schedule, plan.Schedule.Rule!, attempts) with { RunAt = RowText.Of(now), StartDeadline = null };
            return await plans.AddAsync(session, row, OccurrenceOrigin.Backfill, caller.Id, caller.Username, plan.Delivers, null, now, cancellationToken).ConfigureAwait(false) is not null;
        }

        var period = date.Planned.Period!.Value;
        var covered = existing with { PeriodStart = existing.PeriodStart ?? period.Start.ToDateTimeOffset(), PeriodEnd = existing.PeriodEnd ?? period.End.ToDateTimeOffset() };
        var revision = existing.BlockErrors is null ? existing.Revision : existing.Revision + 1;
        await store.MarkAsync(session, existing.Id, plan.Delivers, caller.Id, cancellationToken).ConfigureAwait(false);
        return await decisions.ReopenAsync(session, covered, OccurrenceStep.None, null, revision, attempts, caller.Username, "backfill", now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Occurrence>> RowsAsync(Session session, Caller caller, ScheduleId id, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        const int Part = 1000;
        var rows = new List<Occurrence>();
        var filter = new OccurrenceFilter(id, from, to);
        ImmutableArray<Occurrence> part;
        do
        {
            var after = rows.Count == 0 ? (from.AddTicks(-10), default) : (rows[^1].DueAt, rows[^1].Id);
            part = await occurrences.ListAsync(session, caller, filter, after.Item1, after.Item2, Part, cancellationToken).ConfigureAwait(false);
            rows.AddRange(part);
        }
        while (part.Length == Part);

        return rows;
    }

    private static BackfillDate Date(PlannedOccurrence row, Occurrence? existing, bool again)
    {
        if (row.Reason is not null)
            return new BackfillDate(row, BackfillDate.NoRun, existing);
        if (existing is null)
            return new BackfillDate(row, BackfillDate.New, null);
        var hasReport = existing.State == OccurrenceState.Succeeded || existing.State == OccurrenceState.CompletedWithErrors;
        return new BackfillDate(row, existing.State.IsOver && (again || !hasReport) ? BackfillDate.Reopen : BackfillDate.Keep, existing);
    }
}

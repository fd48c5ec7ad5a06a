using System.Collections.Immutable;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Calendars.Api;

/// <summary>Tells what a change of a calendar does.</summary>
internal sealed class CalendarAnswers(CalendarSchedules schedules, TimeProvider clock)
{
    /// <summary>Dates that an answer lists; the others are counted.</summary>
    private const int MostShown = 500;

    private const int MostSchedules = 50;

    /// <param name="revision">That is kept now.</param>
    public async Task<CalendarChangedContract> OfAsync(
        Session session, CalendarPlan plan, string message, bool isSaved, int revision, ImmutableArray<FieldError> warnings, CancellationToken cancellationToken)
    {
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date;
        var (before, after) = (BusinessCalendar.Around(today, plan.Before.Read()), BusinessCalendar.Around(today, plan.After));
        var changes = CalendarDifference.Between(before, after);
        var effects = await schedules.EffectsAsync(session, before, after, cancellationToken).ConfigureAwait(false);
        return new CalendarChangedContract(
            message, isSaved, StoredCalendar.VersionOf(revision), plan.Hash, changes.Length,
            [.. changes.Take(MostShown).Select(change => new CalendarChangeContract(FieldText.Of(change.Date), change.Before!, change.After!))],
            effects.Length, [.. effects.Take(MostSchedules).Select(ScheduleEffectContract.Of)], warnings);
    }

    /// <exception cref="ProblemException">What was confirmed is not what would happen.</exception>
    public static void RequireSame(CalendarPlan plan, string confirmed)
    {
        if (plan.Hash != confirmed)
            throw new ProblemException(ProblemType.NotPossibleNow, "The hash is not that of this change: it is mistyped, or the calendar or the file changed since it was shown. Ask for the preview again without confirm, and send the hash that it shows.");
    }
}

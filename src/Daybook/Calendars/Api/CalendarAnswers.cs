using System.Collections.Immutable;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using NodaTime;

namespace Daybook.Calendars.Api;

/// <summary>Tells what a change of a calendar does.</summary>
internal sealed class CalendarAnswers(TimeProvider clock)
{
    /// <summary>Dates that an answer lists; the others are counted.</summary>
    private const int MostShown = 500;

    /// <param name="revision">That is kept now.</param>
    public CalendarChangedContract Of(CalendarPlan plan, string message, bool isSaved, int revision, ImmutableArray<FieldError> warnings)
    {
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date;
        var changes = CalendarDifference.Between(BusinessCalendar.Around(today, plan.Before.Read()), BusinessCalendar.Around(today, plan.After));
        return new CalendarChangedContract(
            message, isSaved, StoredCalendar.VersionOf(revision), plan.Hash, changes.Length,
            [.. changes.Take(MostShown).Select(change => new CalendarChangeContract(FieldText.Of(change.Date), change.Before!, change.After!))], warnings);
    }

    /// <exception cref="ProblemException">What was confirmed is not what would happen.</exception>
    public static void RequireSame(CalendarPlan plan, string confirmed)
    {
        if (plan.Hash != confirmed)
            throw new ProblemException(ProblemType.NotPossibleNow, "This is no longer what was shown: the calendar or the file changed meanwhile. Ask for the preview again.");
    }
}

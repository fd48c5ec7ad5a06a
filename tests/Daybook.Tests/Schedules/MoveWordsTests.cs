using Daybook.Schedules.Running;
using Daybook.Schedules.Words;

namespace Daybook.Tests.Schedules;

public sealed class MoveWordsTests
{
    [Fact]
    public void Every_move_is_told_by_its_date_and_its_instants() => Assert.Equal(
        "A change of its calendar changed the plan of 'Close': 2026-11-25 18:00:00, due at 2026-11-25T18:00:00Z, will not run: it is no business day of the calendar; "
        + "2026-11-26 18:00:00 runs now, at 2026-11-26T18:00:00Z; 2026-11-27 18:00:00 moves from 2026-11-27T18:00:00Z to 2026-11-27T13:00:00Z.",
        MoveWords.Of(
            "Close",
            [
                new("2026-11-25", "18:00:00", "2026-11-25T18:00:00.000000Z", null, "holiday"), new("2026-11-26", "18:00:00", null, "2026-11-26T18:00:00.000000Z", null),
                new("2026-11-27", "18:00:00", "2026-11-27T18:00:00.000000Z", "2026-11-27T13:00:00.000000Z", null),
            ],
            "calendar"));

    [Fact]
    public void Of_very_many_the_first_are_told_and_the_others_counted()
    {
        var words = MoveWords.Of("Close", [.. Enumerable.Range(0, 33).Select(day => new PlanMove($"day {day}", "18:00:00", null, "then", null))], "tzdb");
        Assert.StartsWith("New time-zone data changed", words, StringComparison.Ordinal);
        Assert.Contains("day 9 18:00:00", words, StringComparison.Ordinal);
        Assert.DoesNotContain("day 10 ", words, StringComparison.Ordinal);
        Assert.EndsWith("and 23 more, all of which the audit log has (schedule.replanned).", words, StringComparison.Ordinal);
    }
}

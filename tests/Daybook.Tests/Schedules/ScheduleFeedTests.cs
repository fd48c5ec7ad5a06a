using Daybook.Schedules;
using Daybook.Schedules.Feed;
using Daybook.Schedules.Running;

namespace Daybook.Tests.Schedules;

public sealed class ScheduleFeedTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 18, 0, 0, TimeSpan.Zero);

    private static readonly Occurrence[] Three =
    [
        .. Enumerable.Range(0, 3).Select(number => new Occurrence
        {
            Id = new OccurrenceId(new Guid(number, 0, 0, new byte[8])), ScheduleId = new ScheduleId(Guid.Empty), ScheduleVersion = 1, Origin = OccurrenceOrigin.Scheduled,
            NominalDate = new DateOnly(2026, 5, 4), BusinessDate = new DateOnly(2026, 5, 4), Slot = "18:00:00", LocalTime = "18:00:00", Zone = "UTC", UtcOffsetSeconds = 0, DueAt = Start.AddHours(number),
            TzdbVersion = "2026f", State = OccurrenceState.Planned, ChangedBy = "planner", StateChangedAt = Start.AddDays(-1), Step = OccurrenceStep.None,
        }),
    ];

    [Fact]
    public void Where_not_all_due_reports_fit_the_calendar_says_from_when_on() =>
        Assert.Equal(["SUMMARY:Close", "SUMMARY:Close", "SUMMARY:From here on, due reports are not shown|20260504T200000Z"], Events(2));

    [Fact]
    public void Where_all_fit_nothing_is_added() => Assert.Equal(["SUMMARY:Close", "SUMMARY:Close", "SUMMARY:Close"], Events(3));

    /// <summary>The name of each; also its moment where it is none of the three.</summary>
    private static IEnumerable<string> Events(int most) => ScheduleFeed.Of(Three, new Dictionary<ScheduleId, string> { [new ScheduleId(Guid.Empty)] = "Close" }, most)
        .Split("BEGIN:VEVENT\r\n").Skip(1)
        .Select(text => text.Split("\r\n"))
        .Select(lines => lines.Single(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)).Replace("\\", "", StringComparison.Ordinal)
            + (lines[0] == "UID:more@daybook" ? "|" + lines.Single(line => line.StartsWith("DTSTART", StringComparison.Ordinal))["DTSTART:".Length..] : ""));
}

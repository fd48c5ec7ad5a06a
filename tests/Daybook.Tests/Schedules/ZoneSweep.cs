using System.Collections.Immutable;
using Daybook.Schedules;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.Schedules;

/// <summary>What must hold for a daily schedule with a slot every half hour, in any zone.</summary>
internal static class ZoneSweep
{
    public const int Slots = 48;

    private static readonly ImmutableArray<LocalTime> HalfHours = [.. Enumerable.Range(0, Slots).Select(slot => LocalTime.Midnight.PlusMinutes(30 * slot))];

    /// <param name="first">The first nominal date that is held against the properties.</param>
    /// <returns>How many rows were looked at.</returns>
    /// <exception cref="InvalidOperationException">A property does not hold; the message says which and where.</exception>
    public static long Check(string zoneId, LocalDate first, LocalDate last)
    {
        var zone = TimeZoneData.Bundled.Find(zoneId)!;
        var times = FireTimes.Of(new ScheduleDefinition(new DailyRule(1), zoneId) { Times = HalfHours, Period = new LocalDay() }, null, TimeZoneData.Bundled);
        var seen = new bool[(Period.DaysBetween(first, last) + 1) * Slots];
        var before = new Instant[Slots];
        Array.Fill(before, Instant.MinValue);
        PlannedOccurrence? previous = null;
        for (var from = Midnight(first.PlusDays(-3)); from < Midnight(last.PlusDays(4)); from += Duration.FromDays(122))
        {
            var to = Instant.Min(from + Duration.FromDays(122), Midnight(last.PlusDays(4)));
            foreach (var row in times.Between(from, to))
            {
                Require(previous is null || InOrder(previous, row), row, "is not after the one before");
                previous = row;
                var slot = ((row.Slot[0] - '0') * 20) + ((row.Slot[1] - '0') * 2) + (row.Slot[3] == '3' ? 1 : 0);
                if (row.NominalDate >= first && row.NominalDate <= last)
                {
                    var index = (Period.DaysBetween(first, row.NominalDate) * Slots) + slot;
                    Require(!seen[index], row, "stands twice");
                    seen[index] = true;
                }

                if (row.Reason is not null)
                {
                    Require(row.Reason is SkipReason.Collapsed or SkipReason.DateMissing, row, "does not run although nothing keeps it from running");
                    continue;
                }

                Require(row.At > before[slot], row, "is not after the same slot of the date before");
                before[slot] = row.At;
                CheckWall(row, zone, HalfHours[slot]);
            }
        }

        var missing = Array.IndexOf(seen, false);
        return missing < 0 ? seen.Length : throw new InvalidOperationException($"{zoneId}: {first.PlusDays(missing / Slots)} {HalfHours[missing % Slots]} has no row.");
    }

    /// <summary>The first occurrence after any instant around a change of the clock is the first later one of the whole list.</summary>
    public static void CheckNext(string zoneId, Instant change)
    {
        var times = FireTimes.Of(new ScheduleDefinition(new DailyRule(1), zoneId) { Times = HalfHours, Period = new LocalDay() }, null, TimeZoneData.Bundled);
        var list = times.Between(change - Duration.FromDays(2), change + Duration.FromDays(2)).Where(row => row.Reason is null).ToList();
        foreach (var at in new[] { change - Duration.Epsilon, change, change + Duration.FromMinutes(31), change - Duration.FromMinutes(31) })
        {
            var expected = list.First(row => row.At > at);
            var next = times.Next(at)!;
            Require(next.At == expected.At && next.NominalDate == expected.NominalDate && next.Slot == expected.Slot, next, $"is not the first after {at}");
        }
    }

    private static void CheckWall(PlannedOccurrence row, DateTimeZone zone, LocalTime slot)
    {
        var wall = row.At.InZone(zone);
        var back = zone.MapLocal(wall.LocalDateTime);
        Require(back.Count > 0 && (back.First().ToInstant() == row.At || back.Last().ToInstant() == row.At), row, "does not come back from its wall time");
        Require(wall.Offset == row.Offset, row, "has another offset than the zone");
        if ((row.Adjustments & Adjustments.Gap) == 0)
            Require(wall.Date == row.BusinessDate && wall.TimeOfDay == slot, row, "shows another wall time than its slot");
        else
            Require(zone.MapLocal(row.BusinessDate.At(slot)).Count == 0, row, "is marked as in a gap without being in one");
    }

    private static bool InOrder(PlannedOccurrence before, PlannedOccurrence after) =>
        before.At < after.At || (before.At == after.At && (before.BusinessDate < after.BusinessDate
            || (before.BusinessDate == after.BusinessDate && string.CompareOrdinal(before.Slot, after.Slot) < 0)));

    private static void Require(bool holds, PlannedOccurrence row, string problem)
    {
        if (!holds)
            throw new InvalidOperationException($"{row.Zone}: {row.NominalDate} {row.Slot} at {row.At} {problem}.");
    }

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}

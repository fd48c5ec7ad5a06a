using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Compares two plans of a schedule row by row; rows are the same when nominal date and slot are.</summary>
internal static class PlanDifference
{
    /// <summary>What differs in more than the versions of its calendar and time-zone data, in the order of the instants.</summary>
    public static ImmutableArray<PlanChange> Between(ImmutableArray<PlannedOccurrence> before, ImmutableArray<PlannedOccurrence> after)
    {
        var old = before.ToDictionary(row => (row.NominalDate, row.Slot));
        var end = Instant.Min(End(before), End(after));
        var changes = new List<PlanChange>();
        foreach (var row in after)
        {
            old.Remove((row.NominalDate, row.Slot), out var was);
            if (was is null ? row.At <= end : was with { CalendarVersion = row.CalendarVersion, TzdbVersion = row.TzdbVersion } != row)
                changes.Add(new PlanChange(was, row));
        }

        changes.AddRange(old.Values.Where(row => row.At <= end).Select(row => new PlanChange(row, null)));
        return [.. changes.OrderBy(change => (change.After ?? change.Before)!.At).ThenBy(change => (change.After ?? change.Before)!.Slot, StringComparer.Ordinal)];
    }

    /// <summary>Beyond the last row of a plan that is cut nothing is known.</summary>
    private static Instant End(ImmutableArray<PlannedOccurrence> plan) => plan.Length < FireTimes.MostRows ? Instant.MaxValue : plan[^1].At;
}

using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R16: what a period of this class (working day or weekend) looked like in the last four weeks.</summary>
internal static class SeasonalRule
{
    public const int PeriodsNeeded = 5;

    /// <summary>Four weeks of daily periods.</summary>
    public const int Periods = 28;

    private const int PeakHours = 3;

    /// <param name="newestFirst">Earlier periods as the schedule gives them.</param>
    public static SeasonalPatterns Of(DateOnly businessDate, IEnumerable<PeriodTally> newestFirst, Counts now)
    {
        var weekend = IsWeekend(businessDate);
        var name = weekend ? "weekend" : "working day";
        var periods = newestFirst
            .Take(Periods)
            .Where(period => period.Total.Tests > 0 && IsWeekend(period.BusinessDate) == weekend)
            .ToArray();
        if (periods.Length < PeriodsNeeded)
            return new SeasonalPatterns(TrendStatus.InsufficientData, name, periods.Length, PeriodsNeeded, null, null, null);

        var expected = (decimal)periods.Sum(period => period.Total.Tests) / periods.Length;
        var peaks = periods
            .SelectMany(period => period.ByHour.Entries)
            .GroupBy(entry => entry.Key, (hour, entries) => (Hour: hour, Tests: entries.Sum(entry => entry.Value.Tests)))
            .OrderByDescending(entry => entry.Tests)
            .ThenBy(entry => entry.Hour)
            .Take(PeakHours)
            .Select(entry => entry.Hour);
        return new SeasonalPatterns(
            TrendStatus.Computed,
            name,
            periods.Length,
            PeriodsNeeded,
            peaks.ToImmutableArray(),
            expected,
            ChangeText.OfCount(now.Tests, expected));
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R16: what a period of this class (working day or weekend) looked like in the last four weeks.</summary>
internal static class SeasonalRule
{
    public const int PeriodsNeeded = 5;

    private const int Days = 28;

    private const int PeakHours = 3;

    public static SeasonalPatterns Of(DateOnly businessDate, IEnumerable<PeriodTally> earlier, Counts now)
    {
        var weekend = IsWeekend(businessDate);
        var name = weekend ? "weekend" : "working day";
        var periods = earlier
            .Where(period => period.BusinessDate >= businessDate.AddDays(-Days))
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

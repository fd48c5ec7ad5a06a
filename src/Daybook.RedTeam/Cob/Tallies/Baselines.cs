using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>R4 and R12: the figures of the seven periods before this one.</summary>
internal static class Baselines
{
    public static HistoricalBaselines Of(ReportPeriod period, ImmutableArray<PeriodTally> earlier, Counts now)
    {
        var week = earlier.Take(BaselineSeries.Length).ToImmutableArray();
        var daily = week.Select(day => PeriodFigures.Of(day.BusinessDate, day.Total)).ToImmutableArray();
        var none = PeriodFigures.Of(null, null);
        var withData = week.Count(day => day.Total.Tests > 0);
        ImmutableArray<PeriodFigures> series = [.. daily.Reverse()];
        return new HistoricalBaselines(
            daily.FirstOrDefault(none),
            PeriodFigures.Of(null, Counts.Sum(week.Select(day => day.Total)), withData),
            Enumerable.Range(0, BaselineSeries.Length)
                .ToImmutableSortedDictionary(i => $"day_{i + 1}", i => i < daily.Length ? daily[i] : none, StringComparer.Ordinal),
            series,
            series.Add(PeriodFigures.Of(period.BusinessDate, now)),
            withData);
    }
}

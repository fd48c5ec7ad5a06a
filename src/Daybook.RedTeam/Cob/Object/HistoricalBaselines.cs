using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>The seven periods before this one.</summary>
/// <param name="Yesterday">The previous period.</param>
/// <param name="WeekAverage">Counts are means over <paramref name="DaysWithData"/>; rates are pooled.</param>
/// <param name="HistoricalDaily"><c>day_1</c> is the newest, <c>day_7</c> the oldest.</param>
/// <param name="Series">Oldest first; a period without data has null figures.</param>
/// <param name="SeriesWithCurrent">The same with the reported period as its last.</param>
internal sealed record HistoricalBaselines(
    PeriodFigures Yesterday,
    PeriodFigures WeekAverage,
    ImmutableSortedDictionary<string, PeriodFigures> HistoricalDaily,
    ImmutableArray<PeriodFigures> Series,
    ImmutableArray<PeriodFigures> SeriesWithCurrent,
    int DaysWithData);

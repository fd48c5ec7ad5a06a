using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R12: the seven periods before this one, oldest first. A period without data is a gap, never a zero.</summary>
internal static class BaselineSeries
{
    public const int Length = 7;

    /// <param name="newestFirst">Earlier periods as the schedule gives them.</param>
    public static ImmutableArray<SeriesPoint> Of(IEnumerable<PeriodTally> newestFirst, Func<PeriodTally, Counts> counts) =>
        [.. newestFirst.Take(Length).Reverse().Select(period => new SeriesPoint(period.BusinessDate, Gap(counts(period))))];

    private static Counts? Gap(Counts counts) => counts.Tests == 0 ? null : counts;
}

using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>Counts and rates of one period of the baseline; all figures are null where the period has no data.</summary>
/// <param name="BusinessDate">Null where the schedule has no such period.</param>
/// <param name="Label">The date as month and day, for charts.</param>
internal sealed record PeriodFigures(
    DateOnly? BusinessDate,
    string? Label,
    bool HasData,
    decimal? TotalTests,
    decimal? ScoredTests,
    decimal? Violations,
    decimal? CriticalFindings,
    decimal? CriticalCount,
    decimal? HighCount,
    decimal? MediumCount,
    decimal? LowCount,
    decimal? MinimalCount,
    decimal? SuccessRate,
    decimal? ViolationRate,
    decimal? AttackSuccessRate)
{
    public static PeriodFigures Of(DateOnly? date, Counts? counts) => Of(date, counts, 1);

    /// <summary>Mean of the counts over <paramref name="periods"/>; rates are pooled, never averaged (R4).</summary>
    public static PeriodFigures Of(DateOnly? date, Counts? counts, int periods)
    {
        var found = counts is { Tests: > 0 } ? counts : null;
        return new PeriodFigures(
            date,
            date?.ToString("MM-dd", CultureInfo.InvariantCulture),
            found is not null,
            found?.Tests / (decimal)periods,
            found?.Scored / (decimal)periods,
            found?.Violations / (decimal)periods,
            found?.CriticalAndHigh / (decimal)periods,
            found?.Critical / (decimal)periods,
            found?.High / (decimal)periods,
            found?.Medium / (decimal)periods,
            found?.Low / (decimal)periods,
            found?.Minimal / (decimal)periods,
            found?.SuccessRate,
            found?.ViolationRate,
            found?.AttackSuccessRate);
    }
}

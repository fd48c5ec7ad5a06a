using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R16. All figures are null with <see cref="TrendStatus.InsufficientData"/>; business hours are never assumed.</summary>
/// <param name="WeekdayClass"><c>working day</c> (Monday to Friday) or <c>weekend</c>: only such periods are compared.</param>
/// <param name="PeakHours">Up to three hours of the day (0–23, report zone) with the most tests, most first.</param>
/// <param name="ExpectedTests">Mean number of tests of the compared periods.</param>
/// <param name="Deviation">The reported period against that mean, as text (R5).</param>
internal sealed record SeasonalPatterns(
    TrendStatus Status,
    string WeekdayClass,
    int PeriodsWithData,
    int PeriodsNeeded,
    ImmutableArray<int>? PeakHours,
    decimal? ExpectedTests,
    string? Deviation);

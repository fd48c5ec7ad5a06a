using Daybook.Composition;

namespace Daybook.Tests.Composition;

internal static class TestPeriods
{
    /// <summary>4 May 2026 in UTC, with the day before it.</summary>
    public static ReportPeriod Monday { get; } = Day(new DateOnly(2026, 5, 4), new DateOnly(2026, 5, 3));

    public static ReportPeriod Day(DateOnly day, params DateOnly[] earlier) => new(
        day, Start(day), Start(day.AddDays(1)), "UTC", [.. earlier.Select(date => new EarlierPeriod(date, Start(date), Start(date.AddDays(1))))]);

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

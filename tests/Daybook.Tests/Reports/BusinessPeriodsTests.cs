using Daybook.Reports;
using NodaTime;

namespace Daybook.Tests.Reports;

public sealed class BusinessPeriodsTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void A_period_runs_from_the_close_before_to_its_own_close()
    {
        var period = BusinessPeriods.Of(new DateOnly(2026, 5, 5), new LocalTime(18, 0), NewYork);
        Assert.Equal("2026-05-04T18:00:00.0000000-04:00", period.Start.ToString("O"));
        Assert.Equal("2026-05-05T18:00:00.0000000-04:00", period.End.ToString("O"));
    }

    [Fact]
    public void Monday_covers_the_weekend() =>
        Assert.Equal("2026-05-01T18:00:00.0000000-04:00", BusinessPeriods.Of(new DateOnly(2026, 5, 4), new LocalTime(18, 0), NewYork).Start.ToString("O"));

    [Fact]
    public void Without_a_close_the_day_ends_at_midnight()
    {
        var period = BusinessPeriods.Of(new DateOnly(2026, 5, 5), null, DateTimeZone.Utc);
        Assert.Equal("2026-05-05T00:00:00.0000000+00:00", period.Start.ToString("O"));
        Assert.Equal("2026-05-06T00:00:00.0000000+00:00", period.End.ToString("O"));
    }

    [Theory]
    [InlineData("2026-03-09", "2026-03-06T18:00:00.0000000-05:00", "2026-03-09T18:00:00.0000000-04:00")]
    [InlineData("2026-11-02", "2026-10-30T18:00:00.0000000-04:00", "2026-11-02T18:00:00.0000000-05:00")]
    public void The_close_stays_at_its_wall_time_when_clocks_change(string date, string start, string end)
    {
        var period = BusinessPeriods.Of(DateOnly.Parse(date), new LocalTime(18, 0), NewYork);
        Assert.Equal(start, period.Start.ToString("O"));
        Assert.Equal(end, period.End.ToString("O"));
    }

    [Fact]
    public void Earlier_periods_tile_without_holes_newest_first()
    {
        var period = BusinessPeriods.Of(new DateOnly(2026, 11, 9), new LocalTime(2, 30), NewYork);
        Assert.Equal(new DateOnly(2026, 11, 6), period.Earlier[0].BusinessDate);
        var end = period.Start;
        foreach (var earlier in period.Earlier)
        {
            Assert.Equal(end, earlier.End);
            Assert.True(earlier.Start < earlier.End);
            Assert.False(earlier.BusinessDate.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            end = earlier.Start;
        }
    }

    [Fact]
    public void A_day_before_a_date_that_the_zone_left_out_ends_when_the_next_one_starts()
    {
        var period = BusinessPeriods.Of(new DateOnly(2011, 12, 29), null, DateTimeZoneProviders.Tzdb["Pacific/Apia"]);
        Assert.Equal(new DateTimeOffset(2011, 12, 30, 10, 0, 0, TimeSpan.Zero), period.End.ToUniversalTime());
    }
}

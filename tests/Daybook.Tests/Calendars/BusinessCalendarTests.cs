using Daybook.Calendars;
using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData(2024, "2024-03-31", "2024-05-05")]
    [InlineData(2025, "2025-04-20", "2025-04-20")]
    [InlineData(2026, "2026-04-05", "2026-04-12")]
    [InlineData(2027, "2027-03-28", "2027-05-02")]
    [InlineData(2038, "2038-04-25", "2038-04-25")]
    [InlineData(2049, "2049-04-18", "2049-04-25")]
    public void Easter_falls_on_the_dates_of_both_churches(int year, string western, string orthodox)
    {
        Assert.Equal(western, EasterDate.Western(year).ToString("uuuu-MM-dd", null));
        Assert.Equal(orthodox, EasterDate.Orthodox(year).ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void A_weekend_may_change_on_a_date()
    {
        var calendar = BusinessCalendar.Of(SampleCalendars.Read("""
            {"id": "emirates", "weekend": ["FR", "SA"], "weekend_changes": [{"from": "2022-01-01", "days": ["SA", "SU"]}]}
            """), 2021, 2022);
        Assert.Equal([true, false, false, true], new[] { 30, 31 }.Select(day => calendar.IsBusinessDate(new LocalDate(2021, 12, day)))
            .Concat([calendar.IsBusinessDate(new LocalDate(2022, 1, 1)), calendar.IsBusinessDate(new LocalDate(2022, 1, 7))]));
    }

    [Fact]
    public void A_calendar_without_weekend_works_every_day() =>
        Assert.True(BusinessCalendar.Of(SampleCalendars.Read("""{"id": "always", "weekend": []}"""), 2026, 2026).IsBusinessDate(new LocalDate(2026, 5, 3)));

    [Fact]
    public void A_make_up_day_works_on_the_weekend_but_not_on_a_holiday()
    {
        var calendar = BusinessCalendar.Of(SampleCalendars.Read("""
            {"id": "makeup", "holidays": [{"fixed": "02-28", "name": "Fair"}], "working_days": ["2026-02-14", "2026-02-28"]}
            """), 2026, 2026);
        Assert.True(calendar.IsBusinessDate(new LocalDate(2026, 2, 14)));
        Assert.False(calendar.IsBusinessDate(new LocalDate(2026, 2, 28)));
    }

    [Theory]
    [InlineData("none", "2022-01-01")]
    [InlineData("sat_to_fri_sun_to_mon", "2021-12-31 2022-01-01")]
    [InlineData("sun_to_mon", "2022-01-01")]
    [InlineData("next_monday", "2022-01-01 2022-01-03")]
    [InlineData("next_business_day", "2022-01-01 2022-01-04")]
    public void A_holiday_on_a_saturday_is_observed_as_its_rule_says(string observed, string expected)
    {
        var definition = SampleCalendars.Read($$"""
            {"id": "x", "holidays": [{"fixed": "01-01", "name": "New Year", "observed": "{{observed}}", "from_year": 2022, "to_year": 2022}, {"date": "2022-01-03", "name": "Other"}]}
            """);
        var dates = BusinessCalendar.Of(definition, 2021, 2022).Holidays.Where(holiday => holiday.Value.Contains("New Year", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', dates.Select(holiday => holiday.Key.ToString("uuuu-MM-dd", null))));
    }

    [Fact]
    public void Christmas_and_boxing_day_on_a_weekend_take_two_days_after_it()
    {
        var holidays = BusinessCalendar.Of(Daybook.Calendars.BuiltIn.BuiltInCalendars.Find("uk")!, 2021, 2022).Holidays;
        Assert.Equal("Christmas Day (observed)", holidays[new LocalDate(2021, 12, 27)]);
        Assert.Equal("Boxing Day (observed)", holidays[new LocalDate(2021, 12, 28)]);
        Assert.Equal("Boxing Day", holidays[new LocalDate(2022, 12, 26)]);
        Assert.Equal("Christmas Day (observed)", holidays[new LocalDate(2022, 12, 27)]);
    }

    [Fact]
    public void The_search_for_a_business_date_ends_after_thirty_one_dates()
    {
        var holidays = string.Join(", ", Enumerable.Range(0, 31).Select(day => $"\"{new LocalDate(2026, 5, 1).PlusDays(day):uuuu-MM-dd}\""));
        var calendar = BusinessCalendar.Of(SampleCalendars.Read($$"""{"id": "x", "weekend": [], "holidays": [{{holidays}}]}"""), 2026, 2026);
        Assert.Equal(new LocalDate(2026, 6, 1), calendar.Nearest(new LocalDate(2026, 5, 1), 1));
        Assert.Equal(new LocalDate(2026, 4, 30), calendar.Nearest(new LocalDate(2026, 5, 31), -1));
        Assert.Null(calendar.Nearest(new LocalDate(2026, 4, 30), 1));
    }

    [Fact]
    public void An_early_close_on_a_holiday_or_weekend_is_none() => Assert.Empty(BusinessCalendar.Of(SampleCalendars.Read("""
        {"id": "x", "holidays": ["2026-12-24"], "early_closes": [{"fixed": "12-24", "time": "13:00"}, {"fixed": "12-26", "time": "13:00"}]}
        """), 2026, 2026).EarlyCloses);
}

using Daybook.Calendars;
using Daybook.Calendars.BuiltIn;
using Daybook.Input;

namespace Daybook.Tests.Calendars;

/// <summary>Rules against the lists that the authorities published.</summary>
public sealed class BuiltInCalendarTests
{
    /// <summary>U.S. Office of Personnel Management, federal holidays 2020 to 2030: the dates on which they are observed.</summary>
    private static readonly string[] UsFederal =
    [
        "2020: 01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
        "2021: 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2022: 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
        "2023: 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        "2024: 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        "2025: 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
        "2026: 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
        "2027: 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2028: 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        "2029: 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
        "2030: 01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
    ];

    /// <summary>NYSE, holidays and trading hours.</summary>
    private static readonly string[] Nyse =
    [
        "2020: 01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25",
        "2021: 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
        "2022: 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "2023: 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
        "2024: 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "2025: 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "2026: 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
        "2027: 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
        "2028: 01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25",
        "2029: 01-01 01-15 02-19 03-30 05-28 06-19 07-04 09-03 11-22 12-25",
        "2030: 01-01 01-21 02-18 04-19 05-27 06-19 07-04 09-02 11-28 12-25",
    ];

    private static readonly string[] NyseEarlyCloses =
    [
        "2020: 11-27 12-24", "2021: 11-26", "2022: 11-25", "2023: 07-03 11-24", "2024: 07-03 11-29 12-24", "2025: 07-03 11-28 12-24",
        "2026: 11-27 12-24", "2027: 11-26", "2028: 07-03 11-24", "2029: 07-03 11-23 12-24", "2030: 07-03 11-29 12-24",
    ];

    /// <summary>gov.uk, bank holidays in England and Wales.</summary>
    private static readonly string[] Uk =
    [
        "2020: 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021: 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022: 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023: 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024: 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025: 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026: 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027: 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "2028: 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
        "2029: 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
        "2030: 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    ];

    /// <summary>European Central Bank, TARGET closing days; those on weekends do not show.</summary>
    private static readonly string[] Target =
    [
        "2020: 01-01 04-10 04-13 05-01 12-25",
        "2021: 01-01 04-02 04-05",
        "2022: 04-15 04-18 12-26",
        "2023: 04-07 04-10 05-01 12-25 12-26",
        "2024: 01-01 03-29 04-01 05-01 12-25 12-26",
        "2025: 01-01 04-18 04-21 05-01 12-25 12-26",
        "2026: 01-01 04-03 04-06 05-01 12-25",
        "2027: 01-01 03-26 03-29",
        "2028: 04-14 04-17 05-01 12-25 12-26",
        "2029: 01-01 03-30 04-02 05-01 12-25 12-26",
        "2030: 01-01 04-19 04-22 05-01 12-25 12-26",
    ];

    /// <summary>
    /// 2031 to 2035 are not announced by all authorities: what their rules give, worked out by a second program of another language. Federal: 5 U.S.C.
    /// 6103 with the Friday before and the Monday after; NYSE: Rule 7.2, which does not make up for a New Year's Day on a Saturday, with early closes
    /// on 3 July, after Thanksgiving and on 24 December; England and Wales: Banking and Financial Dealings Act 1971 with substitute days; TARGET: the
    /// decision of the European Central Bank for 2002 and all years after.
    /// </summary>
    private static readonly Dictionary<string, string[]> Later = new()
    {
        ["us-federal"] =
        [
            "2031: 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
            "2032: 01-01 01-19 02-16 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
            "2033: 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
            "2034: 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
            "2035: 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25",
        ],
        ["nyse"] =
        [
            "2031: 01-01 01-20 02-17 04-11 05-26 06-19 07-04 09-01 11-27 12-25",
            "2032: 01-01 01-19 02-16 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
            "2033: 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
            "2034: 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
            "2035: 01-01 01-15 02-19 03-23 05-28 06-19 07-04 09-03 11-22 12-25",
        ],
        ["uk"] =
        [
            "2031: 01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26",
            "2032: 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
            "2033: 01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27",
            "2034: 01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26",
            "2035: 01-01 03-23 03-26 05-07 05-28 08-27 12-25 12-26",
        ],
        ["target"] =
        [
            "2031: 01-01 04-11 04-14 05-01 12-25 12-26",
            "2032: 01-01 03-26 03-29",
            "2033: 04-15 04-18 12-26",
            "2034: 04-07 04-10 05-01 12-25 12-26",
            "2035: 01-01 03-23 03-26 05-01 12-25 12-26",
        ],
    };

    private static readonly string[] LaterEarlyCloses = ["2031: 07-03 11-28 12-24", "2032: 11-26", "2033: 11-25", "2034: 07-03 11-24", "2035: 07-03 11-23 12-24"];

    [Theory]
    [InlineData("us-federal")]
    [InlineData("nyse")]
    [InlineData("uk")]
    [InlineData("target")]
    public void Years_that_are_not_announced_yet_follow_the_rules_of_the_authority(string id) => Assert.Equal(Later[id], Closed(id, 2031, 2035));

    [Fact]
    public void Early_closes_that_are_not_announced_yet_follow_the_rules_of_the_exchange() => Assert.Equal(LaterEarlyCloses, ByYear(Calendar("nyse", 2031, 2035).EarlyCloses.Keys));

    [Fact]
    public void Us_federal_holidays_are_those_of_the_office_of_personnel_management() => Assert.Equal(UsFederal, Closed("us-federal"));

    [Fact]
    public void The_new_york_stock_exchange_is_closed_on_the_days_it_announced() => Assert.Equal(Nyse, Closed("nyse"));

    [Fact]
    public void The_new_york_stock_exchange_closes_early_on_the_days_it_announced()
    {
        var calendar = Calendar("nyse");
        Assert.Equal(NyseEarlyCloses, ByYear(calendar.EarlyCloses.Keys));
        Assert.All(calendar.EarlyCloses.Values, close => Assert.Equal(new NodaTime.LocalTime(13, 0), close));
    }

    [Fact]
    public void Bank_holidays_of_england_and_wales_are_those_of_the_government() => Assert.Equal(Uk, Closed("uk"));

    [Fact]
    public void Target_is_closed_on_the_days_of_the_central_bank() => Assert.Equal(Target, Closed("target"));

    private static BusinessCalendar Calendar(string id, int first = 2020, int last = 2030) => BusinessCalendar.Of(BuiltInCalendars.Find(id)!, first, last);

    /// <summary>Weekdays that are no business dates.</summary>
    private static IEnumerable<string> Closed(string id, int first = 2020, int last = 2030)
    {
        var calendar = Calendar(id, first, last);
        return ByYear(calendar.Holidays.Keys.Where(date => !calendar.Definition.IsWeekend(date)));
    }

    private static IEnumerable<string> ByYear(IEnumerable<NodaTime.LocalDate> dates) =>
        dates.GroupBy(date => date.Year).Select(year => $"{year.Key}: {string.Join(' ', year.Select(date => FieldText.Of(date)[5..]))}");
}

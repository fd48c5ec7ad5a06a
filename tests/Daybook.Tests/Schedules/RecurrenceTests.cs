using Daybook.Input;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Recurrence;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Tests.Schedules;

/// <summary>Examples of RFC 5545, section 3.8.5.3, and the refusals.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=3", "1997-09-02", "1997-09-02 1997-09-12 1997-09-22")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-09 1997-09-16")]
    [InlineData("FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18")]
    [InlineData("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07 1997-12-05")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=1SU,-1SU", "1997-09-07", "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26")]
    [InlineData("FREQ=MONTHLY;COUNT=5;BYMONTHDAY=1,-1", "1997-09-30", "1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13")]
    [InlineData("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13", "1997-09-13 1997-10-11 1997-11-08 1997-12-13")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", "1997-09-29 1997-10-30 1997-11-27 1997-12-30")]
    [InlineData("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10 1998-07-10")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1997-03-13 1997-03-20 1997-03-27 1998-03-05")]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05", "1996-11-05 2000-11-07 2004-11-02")]
    [InlineData("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30")]
    public void A_rule_gives_the_dates_of_the_standard(string text, string start, string expected)
    {
        var first = LocalDatePattern.Iso.Parse(start).Value;
        var dates = new RecurrenceDates(Parse(text), first, [], []).Between(first, new LocalDate(2035, 1, 1));
        Assert.Equal(expected, string.Join(' ', dates.Take(expected.Split(' ').Length).Select(date => FieldText.Of(date.Date))));
    }

    [Fact]
    public void Any_window_gives_the_dates_of_the_whole_list()
    {
        foreach (var text in new[] { "FREQ=DAILY;INTERVAL=3;COUNT=50", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU", "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR", "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=-1" })
        {
            var start = new LocalDate(2026, 1, 31);
            var dates = new RecurrenceDates(Parse(text), start, [], []);
            var all = dates.Between(LocalDate.MinIsoValue, start.PlusYears(12)).ToList();
            for (var from = start.PlusDays(-20); from < start.PlusYears(2); from = from.PlusDays(13))
                Assert.Equal(all.Where(date => date.Date >= from && date.Date <= from.PlusDays(40)), dates.Between(from, from.PlusDays(40)));
        }
    }

    [Fact]
    public void Exceptions_and_additions_do_not_change_the_count()
    {
        var dates = new RecurrenceDates(Parse("FREQ=DAILY;COUNT=3"), new LocalDate(2026, 6, 1), [new LocalDate(2026, 6, 2)], [new LocalDate(2026, 6, 20), new LocalDate(2026, 5, 20)]);
        Assert.Equal("2026-05-20 2026-06-01 2026-06-03 2026-06-20", string.Join(' ', dates.Between(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)).Select(date => FieldText.Of(date.Date))));
        Assert.Equal((new LocalDate(2026, 5, 20), new LocalDate(2026, 6, 20)), (dates.FirstDate, dates.LastDate));
    }

    [Theory]
    [InlineData("BYDAY=MO", "column 1: 'FREQ' is missing")]
    [InlineData("FREQ=HOURLY", "column 6: 'HOURLY' is not a frequency that a date can have")]
    [InlineData("FREQ=FORTNIGHTLY", "column 6: 'FORTNIGHTLY' is not a frequency that a date can have")]
    [InlineData("FREQ=1", "column 6: '1' is not a frequency that a date can have")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "column 21: '0' is not a value of INTERVAL")]
    [InlineData("FREQ=DAILY;COUNT=-1", "column 18: '-1' is not a value of COUNT")]
    [InlineData("FREQ=DAILY;UNTIL=2026-06-10", "column 18: '2026-06-10' is not a value of UNTIL")]
    [InlineData("FREQ=DAILY;COUNT=1;UNTIL=20260610", "column 18: COUNT and UNTIL exclude each other")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "column 12: 'FREQ' stands twice")]
    [InlineData("FREQ=DAILY;BYWEEKNO=3", "column 12: 'BYWEEKNO' is not supported")]
    [InlineData("FREQ=DAILY;INTERVAL", "column 12: 'INTERVAL' lacks '='")]
    [InlineData("FREQ=MONTHLY;BYDAY=6MO", "column 20: '6' is not a number of a weekday")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,0TU", "column 23: '0' is not a number of a weekday")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", "column 19: the number of '1MO' has no meaning")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", "column 24: BYMONTHDAY has no meaning in a weekly rule")]
    [InlineData("FREQ=MONTHLY;BYDAY=XX", "column 20: 'XX' is not a value of BYDAY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "column 25: '0' is not a value of BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,32", "column 27: '32' is not a value of BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "column 23: BYSETPOS chooses among dates")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;BYHOUR=9,18", "column 32: BYSETPOS counts dates here")]
    [InlineData("FREQ=WEEKLY;WKST=9", "column 18: '9' is not a value of WKST")]
    [InlineData("FREQ=DAILY;BYHOUR=24", "column 19: '24' is not a value of BYHOUR")]
    public void A_wrong_rule_names_its_column(string text, string message)
    {
        var problems = new FieldProblems();
        Assert.Null(RecurrenceParser.Parse(text, null, "rrule", problems));
        Assert.StartsWith(message, Assert.Single(problems.ToImmutable()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_near_the_end_of_time_ends_without_an_overflow() => Assert.Empty(
        new RecurrenceDates(Parse("FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30"), new LocalDate(2026, 1, 1), [], []).Between(new LocalDate(2026, 1, 1), new LocalDate(9998, 12, 31)));

    private static RecurrenceRule Parse(string text) => RecurrenceParser.Parse(text, null, "rrule", new FieldProblems())!;
}

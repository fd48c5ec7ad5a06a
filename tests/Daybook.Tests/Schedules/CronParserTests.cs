using Daybook.Input;
using Daybook.Schedules.Cron;
using Daybook.Schedules.Words;

namespace Daybook.Tests.Schedules;

public sealed class CronParserTests
{
    [Theory]
    [InlineData("61 * * * *", "column 1: '61' is not a minute")]
    [InlineData("* 24 * * *", "column 3: '24' is not an hour")]
    [InlineData("* * 0 * *", "column 5: '0' is not a day of the month")]
    [InlineData("* * * 13 *", "column 7: '13' is not a month")]
    [InlineData("* * * * 8", "column 9: '8' is not a weekday")]
    [InlineData("*  *   *  *  FRY", "column 14: 'FRY' is not a weekday")]
    [InlineData("1,2,,4 * * * *", "column 5: a minute is missing")]
    [InlineData("1-2-3 * * * *", "column 4: '1-2-3' is not a range")]
    [InlineData("1- * * * *", "column 3: a minute is missing")]
    [InlineData("*/0 * * * *", "column 3: '0' is not a step")]
    [InlineData("*/2/3 * * * *", "column 4: a second '/'")]
    [InlineData("* * * * MON#6", "column 13: '6' is not a number")]
    [InlineData("* * * * XX#1", "column 9: 'XX' is not a weekday")]
    [InlineData("* * * * L", "column 9: 'L' alone names no weekday")]
    [InlineData("* * MON#1 * *", "column 5: 'MON#1' belongs into the weekday field")]
    [InlineData("* * * * 15W", "column 9: '15W' belongs into the day field")]
    [InlineData("* * 0W * *", "column 5: '0W' names no day")]
    [InlineData("* * L-31 * *", "column 7: '31' is not a number of days")]
    [InlineData("* * * * +", "column 10: a weekday is missing")]
    [InlineData("* * * *", "column 8: a cron expression has five fields")]
    [InlineData("0 0 0 * * * 2026", "column 13: a cron expression has five fields")]
    [InlineData("", "column 1: a cron expression has five fields")]
    [InlineData("@dayly", "column 1: there is no '@dayly'; did you mean '@daily'?")]
    [InlineData("@reboot", "column 1: '@reboot' names no time")]
    [InlineData("99999999999999 * * * *", "column 1: '99999999999999' is not a minute")]
    [InlineData("-1 * * * *", "column 1: a minute is missing")]
    public void A_wrong_expression_names_its_column(string text, string message)
    {
        var problems = new FieldProblems();
        Assert.Null(CronParser.Parse(text, "expr", problems));
        Assert.Contains(problems.ToImmutable(), problem => problem.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_wrong_field_is_reported_at_once()
    {
        var problems = new FieldProblems();
        CronParser.Parse("60 24 32 13 8", "expr", problems);
        Assert.Equal(5, problems.ToImmutable().Length);
    }

    [Theory]
    [InlineData("0 0 1,15,L * *", "2026-02", "1 15 28")]
    [InlineData("0 0 L-2 * *", "2026-02", "26")]
    [InlineData("0 0 LW * *", "2026-05", "29")]
    [InlineData("0 0 1W * *", "2026-08", "3")]
    [InlineData("0 0 15W * *", "2026-08", "14")]
    [InlineData("0 0 16W * *", "2026-08", "17")]
    [InlineData("0 0 31W * *", "2026-05", "29")]
    [InlineData("0 0 31W * *", "2026-04", "")]
    [InlineData("0 0 28-3 * *", "2026-02", "1 2 3 28")]
    [InlineData("0 0 */10 * *", "2026-02", "1 11 21")]
    [InlineData("0 0 5/10 * *", "2026-02", "5 15 25")]
    [InlineData("0 0 * * FRI-MON", "2026-02", "1 2 6 7 8 9 13 14 15 16 20 21 22 23 27 28")]
    [InlineData("0 0 * * FRI-MON/2", "2026-02", "1 6 8 13 15 20 22 27")]
    [InlineData("0 0 * * 7", "2026-02", "1 8 15 22")]
    [InlineData("0 0 * * 5-7", "2026-02", "1 6 7 8 13 14 15 20 21 22 27 28")]
    [InlineData("0 0 * * 0-7", "2026-02", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28")]
    [InlineData("0 0 * * mon#2,FRIL", "2026-02", "9 27")]
    [InlineData("0 0 * * 5L", "2026-05", "29")]
    [InlineData("0 0 * * MON#5", "2026-02", "")]
    [InlineData("0 0 13 * FRI", "2026-03", "6 13 20 27")]
    [InlineData("0 0 13 * +FRI", "2026-03", "13")]
    [InlineData("0 0 13 * +FRI", "2026-04", "")]
    [InlineData("0 0 */2 * MON", "2026-02", "9 23")]
    [InlineData("0 0 ? * MON", "2026-02", "2 9 16 23")]
    [InlineData("0 0 1 NOV-FEB/2 *", "2026-01", "1")]
    [InlineData("0 0 1 NOV-FEB/2 *", "2026-02", "")]
    public void Days_of_a_month_are_those_the_fields_name(string text, string month, string days)
    {
        var first = NodaTime.Text.LocalDatePattern.Iso.Parse(month + "-01").Value;
        var bits = Parse(text).DaysIn(first.Year, first.Month);
        Assert.Equal(days, string.Join(' ', Enumerable.Range(1, 31).Where(day => (bits & (1u << day)) != 0)));
    }

    [Theory]
    [InlineData("0,30 9-17/4 * * *", "09:00 09:30 13:00 13:30 17:00 17:30")]
    [InlineData("0 22-2/2 * * *", "00:00 02:00 22:00")]
    [InlineData("50-10/10 8 * * *", "08:00 08:10 08:50")]
    [InlineData("15,45 30 17 * * *", "17:30:15 17:30:45")]
    public void Times_are_those_the_fields_name(string text, string times) => Assert.Equal(times, string.Join(' ', Parse(text).Times.Select(FieldText.Short)));

    [Theory]
    [InlineData("0 * * * *", true)]
    [InlineData("0 */1 * * *", true)]
    [InlineData("0 0-23 * * *", true)]
    [InlineData("0 12-11 * * *", true)]
    [InlineData("@hourly", true)]
    [InlineData("0 */2 * * *", false)]
    [InlineData("0 0-22 * * *", false)]
    public void An_expression_flows_when_its_hours_are_all_there_are_however_they_are_spelled(string text, bool flows) => Assert.Equal(flows, Parse(text).Flows);

    [Theory]
    [InlineData("30 2 * * *", "every day at 02:30")]
    [InlineData("0 9 * * MON#1", "on the first Monday of every month at 09:00")]
    [InlineData("15 30 17 * * FRI", "every Friday at 17:30:15")]
    [InlineData("0 18 LW * *", "on the last weekday (Monday to Friday) of every month at 18:00")]
    [InlineData("0 18 L-2 * *", "on the third to last day of every month at 18:00")]
    [InlineData("0 18 15W,1 * *", "on the 1st and the weekday (Monday to Friday) nearest to the 15th of every month at 18:00")]
    [InlineData("0 12 13 * FRI", "on the 13th of every month, and every Friday, at 12:00")]
    [InlineData("0 12 13 * +FRI", "on the 13th of every month, where that is a Friday, at 12:00")]
    [InlineData("0 22-2/2 * * *", "every day at 00:00, 02:00 and 22:00")]
    [InlineData("*/20 9-17 * * 1-5", "Monday to Friday, every 20 minutes from 09:00 to 17:40")]
    [InlineData("0 * * * *", "every hour on the hour")]
    [InlineData("* * * * *", "every minute")]
    [InlineData("*/15 * * * MON", "every Monday, every 15 minutes")]
    [InlineData("30 * * * *", "every hour at minute 30")]
    [InlineData("5,20,35 * * * *", "at minutes 5, 20 and 35 of every hour")]
    [InlineData("0 9-17 * JAN,MAR MON-FRI", "Monday to Friday in January and March, every hour from 09:00 to 17:00")]
    [InlineData("5 */2 * * *", "every 2 hours from 00:05 to 22:05")]
    [InlineData("*/30 * * * * *", "every 30 seconds")]
    [InlineData("0 2 29 2 *", "on the 29th of February at 02:00")]
    [InlineData("0 0 * * 0", "every Sunday at 00:00")]
    public void An_expression_is_said_in_words(string text, string words) => Assert.Equal(words, CronWords.Of(Parse(text)));

    private static CronExpression Parse(string text) => CronParser.Parse(text, "expr", new FieldProblems())!;
}

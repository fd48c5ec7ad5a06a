using Daybook.Input;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Reading;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Words;

/// <param name="times">The slots, such as <c>09:00 and 18:00</c>; empty for rules that bring their own.</param>
internal sealed class RuleWords(string times, MonthEnd monthEnd) : IScheduleRuleVisitor<RulePhrase>, IMonthDayVisitor<string>
{
    private const int AlwaysThere = 28;

    private string At => $" at {times}";

    public RulePhrase Visit(DailyRule rule) => Every(rule.Every, "day") + At;

    public RulePhrase Visit(WeeklyRule rule) => (rule.Every, rule.Days) switch
    {
        (1, { Count: 7 }) => "every day" + At,
        (1, var days) => OnWeekdays(days) + At,
        (var every, { Count: 7 }) => $"every day of {Every(every, "week")}{At}",
        var (every, days) => $"{Every(every, "week")} {(days == Calendars.Weekdays.MondayToFriday ? "from" : "on")} {ScheduleWords.Days(days)}{At}",
    };

    public RulePhrase Visit(MonthlyRule rule) => new(
        $"on {rule.On.Accept(this)} of every month{At}",
        rule.On is not DayOfMonth { Day: > AlwaysThere } ? [] : [monthEnd == MonthEnd.Clamp ? "on the last day of months that are shorter" : "not in months that are shorter"]);

    public RulePhrase Visit(YearlyRule rule) => new(
        $"on {rule.On.Accept(this)} of {MonthNames.Of(rule.Month)} every year{At}",
        rule is not { Month: 2, On: DayOfMonth { Day: > AlwaysThere } } ? [] : [monthEnd == MonthEnd.Clamp ? $"on the {ScheduleWords.Numbered(AlwaysThere)} in years that lack it" : "not in years that lack it"]);

    public RulePhrase Visit(CronRule rule) => CronWords.Of(rule.Expression);

    public RulePhrase Visit(RecurrenceScheduleRule rule) => new(RecurrenceWords.Of(rule) + At, RecurrenceWords.Bounds(rule));

    public RulePhrase Visit(IntervalRule rule) => new(
        $"every {FieldText.InWords(rule.Every)}{(rule.Window is { } window ? $" between {FieldText.Short(window.Start)} and {FieldText.Short(window.End)}" : "")}",
        [IsFromMidnight(rule) ? "counted from midnight UTC" : $"counted from {FieldText.Of(rule.Anchor)}"]);

    public string Visit(DayOfMonth day) => day.Day switch
    {
        -1 => "the last day",
        < 0 => $"the {ScheduleWords.Ordinal(day.Day)} day",
        _ => $"the {ScheduleWords.Numbered(day.Day)}",
    };

    public string Visit(NthBusinessDay day) => $"the {ScheduleWords.Ordinal(day.Nth)} business day";

    public string Visit(WeekdayOfMonth day) => $"the {ScheduleWords.Ordinal(day.Nth)} {Calendars.Weekdays.NameOf(day.Weekday)}";

    internal static string Every(int every, string unit) => every switch
    {
        1 => $"every {unit}",
        2 => $"every second {unit}",
        _ => $"every {every} {unit}s",
    };

    /// <summary><c>every Monday and Friday</c>, <c>Monday to Friday</c>.</summary>
    internal static string OnWeekdays(Calendars.Weekdays days) => (days == Calendars.Weekdays.MondayToFriday ? "" : "every ") + ScheduleWords.Days(days);

    /// <summary>Whether each day has the same instants, the first of them midnight UTC.</summary>
    private static bool IsFromMidnight(IntervalRule rule) =>
        rule.Anchor.InUtc().TimeOfDay == LocalTime.Midnight && rule.Every.TotalSeconds <= NodaConstants.SecondsPerDay && NodaConstants.SecondsPerDay % rule.Every.TotalSeconds == 0;
}

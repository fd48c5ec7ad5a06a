using Daybook.Input;
using Daybook.Schedules.Reading;
using Daybook.Schedules.Rules;

namespace Daybook.Schedules.Words;

/// <param name="times">The slots, such as <c>09:00 and 18:00</c>; empty for rules that bring their own.</param>
internal sealed class RuleWords(string times) : IScheduleRuleVisitor<string>, IMonthDayVisitor<string>
{
    private string At => $" at {times}";

    public string Visit(DailyRule rule) => Every(rule.Every, "day") + At;

    public string Visit(WeeklyRule rule) => rule.Every == 1
        ? $"every {(rule.Days.Count == 7 ? "day" : ScheduleWords.Days(rule.Days))}{At}"
        : $"{Every(rule.Every, "week")} on {ScheduleWords.Days(rule.Days)}{At}";

    public string Visit(MonthlyRule rule) => $"on {rule.On.Accept(this)} of every month{At}";

    public string Visit(YearlyRule rule) => $"on {rule.On.Accept(this)} of {MonthNames.Of(rule.Month)} every year{At}";

    public string Visit(CronRule rule) => CronWords.Of(rule.Expression);

    public string Visit(RecurrenceScheduleRule rule) => RecurrenceWords.Of(rule) + At;

    public string Visit(IntervalRule rule) => $"every {Spacing.InWords(rule.Every)}, counted from {FieldText.Of(rule.Anchor)}"
        + (rule.Window is { } window ? $", between {FieldText.Short(window.Start)} and {FieldText.Short(window.End)}" : "");

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
}

using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;

namespace Daybook.Schedules.Words;

/// <summary>Says in a sentence when a schedule falls due.</summary>
internal static class ScheduleWords
{
    public static string Of(ScheduleDefinition schedule, BusinessCalendar? calendar)
    {
        var phrase = schedule.Rule.Accept(new RuleWords(Times(schedule, calendar), schedule.MonthEnd));
        List<string> parts = [$"{phrase.When} in {schedule.Zone}", .. phrase.Bounds];
        if (schedule is { StartDate: { } start })
            parts.Add($"from {FieldText.Of(start)}");
        if (schedule is { EndDate: { } end })
            parts.Add($"until {FieldText.Of(end)}");
        if (calendar is not null)
            parts.Add(Holidays(schedule.OnHoliday, calendar.Definition.Name));
        if (schedule.EarlyClose == EarlyClose.Follow)
            parts.Add((schedule.AfterClose == 0 ? "but at" : $"but {Minutes(schedule.AfterClose)} after") + " the close where business ends earlier");
        return string.Join(", ", parts);
    }

    private static string Times(ScheduleDefinition schedule, BusinessCalendar? calendar) =>
        schedule.Rule is IntervalRule or CronRule ? "" : List([.. Timelines.Slots(schedule, calendar).Select(FieldText.Short)]);

    private static string Holidays(OnHoliday policy, string name) => policy switch
    {
        OnHoliday.Skip => $"on business days of '{name}' only",
        OnHoliday.Previous => $"moved to the business day before on weekends and holidays of '{name}'",
        OnHoliday.Next => $"moved to the business day after on weekends and holidays of '{name}'",
        OnHoliday.Run => $"also on weekends and holidays of '{name}'",
        _ => throw new InvalidOperationException($"There is no holiday policy {policy}."),
    };

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(ImmutableArray<string> items, string conjunction = "and") => items.Length switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.AsSpan(0, items.Length - 1).ToArray()) + $" {conjunction} {items[^1]}",
    };

    /// <summary><c>first</c>, <c>second to last</c>.</summary>
    public static string Ordinal(int number) => number switch
    {
        -1 => "last",
        < 0 => Ordinal(-number) + " to last",
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => number + Suffix(number),
    };

    /// <summary><c>1st</c>, <c>12th</c>.</summary>
    public static string Numbered(int number) => number + Suffix(number);

    public static string Days(Weekdays days) => days == Weekdays.MondayToFriday ? "Monday to Friday"
        : days.Count == 7 ? "every day" : List([.. days.Days.Select(Weekdays.NameOf)]);

    private static string Minutes(int number) => number == 1 ? "1 minute" : $"{number} minutes";

    private static string Suffix(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}

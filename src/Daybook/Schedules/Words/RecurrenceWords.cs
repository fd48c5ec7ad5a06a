using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Reading;
using Daybook.Schedules.Recurrence;
using Daybook.Schedules.Rules;

namespace Daybook.Schedules.Words;

/// <summary>Says in words which dates a recurrence rule names.</summary>
internal static class RecurrenceWords
{
    public static string Of(RecurrenceScheduleRule schedule)
    {
        var rule = schedule.Rule;
        var unit = rule.Frequency switch
        {
            Frequency.Daily => "day",
            Frequency.Weekly => "week",
            Frequency.Monthly => "month",
            Frequency.Yearly => "year",
            _ => throw new InvalidOperationException($"There is no frequency {rule.Frequency}."),
        };
        if (rule is { Frequency: Frequency.Weekly, Interval: 1, Months.IsEmpty: true, MonthDays.IsEmpty: true, Positions.IsEmpty: true })
            return RuleWords.OnWeekdays(rule.Days.IsEmpty ? Weekdays.Of([schedule.Start.DayOfWeek]) : Weekdays.Of(rule.Days.Select(day => day.Weekday)));
        var parts = new List<string> { RuleWords.Every(rule.Interval, unit) };
        if (!rule.Months.IsEmpty)
            parts.Add("in " + ScheduleWords.List([.. rule.Months.Select(MonthNames.Of)]));
        if (!rule.MonthDays.IsEmpty)
            parts.Add("on " + ScheduleWords.List([.. rule.MonthDays.Select(MonthDay)]));
        if (!rule.Days.IsEmpty)
            parts.Add(Days(rule));
        if (rule.MonthDays.IsEmpty && rule.Days.IsEmpty && rule.Frequency != Frequency.Daily)
            parts.Add("on " + Start(schedule));
        return string.Join(" ", parts) + (rule.Positions.IsEmpty ? "" : $", of these only the {ScheduleWords.List([.. rule.Positions.Select(ScheduleWords.Ordinal)])},");
    }

    /// <summary>Where it begins and ends, and the dates that were taken out and added.</summary>
    public static ImmutableArray<string> Bounds(RecurrenceScheduleRule schedule)
    {
        var bounds = ImmutableArray.CreateBuilder<string>();
        bounds.Add($"beginning {FieldText.Of(schedule.Start)}");
        if (schedule.Rule.Count is { } count)
            bounds.Add(count == 1 ? "once" : $"{count} times in all");
        else if (schedule.Rule.Until is { } until)
            bounds.Add($"until {Until(until)}");
        if (!schedule.Excluded.IsEmpty)
            bounds.Add($"without {Dates(schedule.Excluded)}");
        if (!schedule.Added.IsEmpty)
            bounds.Add($"and on {Dates(schedule.Added)}");
        return bounds.ToImmutable();
    }

    private static string Days(RecurrenceRule rule)
    {
        if (rule.Days.All(day => day.Nth == 0) && Weekdays.Of(rule.Days.Select(day => day.Weekday)) == Weekdays.MondayToFriday && rule.MonthDays.IsEmpty)
            return "from Monday to Friday";
        return (rule.MonthDays.IsEmpty ? "on " : "where that is ") + ScheduleWords.List([.. rule.Days.Select(Day)], rule.MonthDays.IsEmpty ? "and" : "or");
    }

    private static string Start(RecurrenceScheduleRule schedule) => schedule.Rule.Frequency switch
    {
        Frequency.Weekly => Weekdays.NameOf(schedule.Start.DayOfWeek),
        Frequency.Yearly when schedule.Rule.Months.IsEmpty => $"the {ScheduleWords.Numbered(schedule.Start.Day)} of {MonthNames.Of(schedule.Start.Month)}",
        _ => "the " + ScheduleWords.Numbered(schedule.Start.Day),
    };

    private static string MonthDay(int day) => day > 0 ? "the " + ScheduleWords.Numbered(day) : $"the {ScheduleWords.Ordinal(day)} day";

    private static string Day(RecurrenceDay day) => day.Nth == 0 ? Weekdays.NameOf(day.Weekday) : $"the {ScheduleWords.Ordinal(day.Nth)} {Weekdays.NameOf(day.Weekday)}";

    private static string Until(RecurrenceEnd until) => until.Instant is { } instant ? FieldText.Of(instant)
        : until.Local is { } local ? $"{FieldText.Of(local.Date)} {FieldText.Short(local.TimeOfDay)}" : FieldText.Of(until.LastDate);

    private static string Dates(ImmutableSortedSet<NodaTime.LocalDate> dates) => ScheduleWords.List([.. dates.Select(date => FieldText.Of(date))]);
}

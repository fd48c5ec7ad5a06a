using System.Collections.Immutable;
using System.Numerics;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Cron;
using Daybook.Schedules.Reading;
using NodaTime;

namespace Daybook.Schedules.Words;

/// <summary>Says in words what a cron expression means, so that nobody is surprised by how its weekdays are counted.</summary>
internal static class CronWords
{
    /// <summary>More times than this are described by their fields instead of listed.</summary>
    private const int MostTimes = 6;

    private const string EveryDay = "every day";

    public static string Of(CronExpression cron)
    {
        var (days, times) = (Days(cron), Times(cron));
        if (days == EveryDay && (cron.Flows || times.StartsWith("every ", StringComparison.Ordinal)))
            return times;
        return times.StartsWith("every ", StringComparison.Ordinal) ? $"{days.TrimEnd(',')}, {times}" : $"{days} {times}";
    }

    private static string Times(CronExpression cron)
    {
        if (cron.Times.Length <= MostTimes)
            return "at " + ScheduleWords.List([.. cron.Times.Select(FieldText.Short)]);
        var (seconds, minutes, hours) = (cron.Fields.Seconds, cron.Fields.Minutes, cron.Fields.Hours);
        if (seconds == 1 && Even(minutes, hours) is { } even)
            return even;
        if (minutes == CronUnit.Minute.All && hours == CronUnit.Hour.All && Step(seconds, CronUnit.Second) is { } step)
            return step == 1 ? "every second" : $"every {step} seconds";
        List<string> parts = [.. seconds == 1 ? Array.Empty<string>() : [Field(seconds, CronUnit.Second)], Field(minutes, CronUnit.Minute), Field(hours, CronUnit.Hour)];
        var words = string.Join(" of ", parts);
        return words.StartsWith("every ", StringComparison.Ordinal) ? words : "at " + words;
    }

    /// <summary>Times at one distance through the day or a part of it, told by that distance; null where there is none.</summary>
    private static string? Even(ulong minutes, ulong hours)
    {
        var (inHour, inDay) = (CronTimeFields.Values(minutes), CronTimeFields.Values(hours));
        var isWholeDay = hours == CronUnit.Hour.All;
        var isRange = inDay.Count > 1 && inDay[^1] - inDay[0] == inDay.Count - 1;
        var part = isWholeDay ? "" : $" from {inDay[0]:00}:{inHour[0]:00} to {inDay[^1]:00}:{inHour[^1]:00}";
        if (inHour.Count > 1)
            return Step(minutes, CronUnit.Minute) is { } step && (isWholeDay || isRange) ? $"every {(step == 1 ? "minute" : $"{step} minutes")}{part}" : null;
        if (isWholeDay)
            return inHour[0] == 0 ? "every hour on the hour" : $"every hour at minute {inHour[0]}";
        return isRange ? $"every hour{part}" : Step(hours, CronUnit.Hour) is { } every ? $"every {every} hours{part}" : null;
    }

    /// <summary>The distance of values that go through the whole unit from 0 on; null where they do not.</summary>
    private static int? Step(ulong bits, CronUnit unit)
    {
        var values = CronTimeFields.Values(bits);
        if (values.Count < 2 || values[0] != 0)
            return null;
        var step = values[1];
        return values[^1] + step > unit.Max && values.Zip(values.Skip(1)).All(pair => pair.Second - pair.First == step) ? step : null;
    }

    private static string Field(ulong bits, CronUnit unit)
    {
        if (Step(bits, unit) is { } step)
            return step == 1 ? $"every {unit.Name}" : $"every {step} {unit.Name}s";
        var values = CronTimeFields.Values(bits);
        if (values.Count > 2 && values[^1] - values[0] == values.Count - 1)
            return $"{unit.Name}s {values[0]} to {values[^1]}";
        return $"{unit.Name}{(values.Count > 1 ? "s" : "")} {ScheduleWords.List([.. values.Select(value => $"{value}")])}";
    }

    private static string Days(CronExpression cron)
    {
        var isWholeYear = cron.Months == CronUnit.Month.All;
        var months = ScheduleWords.List([.. CronTimeFields.Values(cron.Months).Select(MonthNames.Of)]);
        var (month, within) = isWholeYear ? ("every month", "") : (months, " in " + months);
        var hasDays = !IsEveryDay(cron.MonthDays);
        var hasWeekdays = cron.Weekdays.Days != CronUnit.Weekday.All;
        return (hasDays, hasWeekdays) switch
        {
            (false, false) => EveryDay + within,
            (true, false) => $"on {MonthDays(cron.MonthDays)} of {month}",
            (false, true) => OnWeekdays(cron.Weekdays, month, within),
            _ when cron.MatchesEither => $"on {MonthDays(cron.MonthDays)} of {month}, and {OnWeekdays(cron.Weekdays, month, within)},",
            _ => $"on {MonthDays(cron.MonthDays)} of {month}, where that is {SomeWeekday(cron.Weekdays)},",
        };
    }

    private static bool IsEveryDay(CronMonthDays days) => days.Days == CronUnit.Day.All;

    private static string MonthDays(CronMonthDays days)
    {
        var parts = new List<string>();
        if (days.Days != 0)
            parts.Add(BitOperations.PopCount(days.Days) > 12 ? $"days {ScheduleWords.List([.. CronTimeFields.Values(days.Days).Select(day => $"{day}")])}"
                : "the " + ScheduleWords.List([.. CronTimeFields.Values(days.Days).Select(ScheduleWords.Numbered)]));
        parts.AddRange(days.BeforeLast.Select(before => before == 0 ? "the last day" : $"the {ScheduleWords.Ordinal(-before - 1)} day"));
        if (days.LastWeekday)
            parts.Add("the last weekday (Monday to Friday)");
        parts.AddRange(days.NearestWeekday.Select(day => $"the weekday (Monday to Friday) nearest to the {ScheduleWords.Numbered(day)}"));
        return ScheduleWords.List([.. parts]);
    }

    private static string OnWeekdays(CronWeekdays weekdays, string month, string within)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        if (weekdays.Days != 0)
            parts.Add(RuleWords.OnWeekdays(DaysOf(weekdays)) + within);
        if (!weekdays.Nth.IsEmpty)
            parts.Add($"on {ScheduleWords.List([.. weekdays.Nth.Select(Nth)])} of {month}");
        return ScheduleWords.List(parts.ToImmutable());
    }

    private static string SomeWeekday(CronWeekdays weekdays)
    {
        var days = DaysOf(weekdays);
        var plain = days == Weekdays.MondayToFriday ? ["a day from Monday to Friday"] : days.Days.Select(day => "a " + Weekdays.NameOf(day));
        return ScheduleWords.List([.. plain, .. weekdays.Nth.Select(nth => Nth(nth) + " of the month")], "or");
    }

    private static string Nth((IsoDayOfWeek Weekday, int Nth) nth) => $"the {ScheduleWords.Ordinal(nth.Nth)} {Weekdays.NameOf(nth.Weekday)}";

    private static Weekdays DaysOf(CronWeekdays weekdays) => Weekdays.Of(CronTimeFields.Values(weekdays.Days).Select(day => day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day));
}

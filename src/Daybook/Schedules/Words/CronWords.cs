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

    private const ulong MondayToFriday = 0b011_1110;

    public static string Of(CronExpression cron)
    {
        var months = cron.Months == CronUnit.Month.All ? "" : " in " + ScheduleWords.List([.. CronTimeFields.Values(cron.Months).Select(MonthNames.Of)]);
        return Days(cron) + months + " " + Times(cron);
    }

    private static string Times(CronExpression cron)
    {
        if (cron.Times.Length <= MostTimes)
            return "at " + ScheduleWords.List([.. cron.Times.Select(FieldText.Short)]);
        var (seconds, minutes, hours) = (cron.Fields.Seconds, cron.Fields.Minutes, cron.Fields.Hours);
        var parts = new List<string>();
        if (seconds != 1)
            parts.Add(Field(seconds, CronUnit.Second));
        parts.Add((parts.Count == 0 ? "" : "of ") + Field(minutes, CronUnit.Minute));
        parts.Add("of " + Field(hours, CronUnit.Hour));
        var words = string.Join(" ", parts);
        return words.StartsWith("every ", StringComparison.Ordinal) ? words : "at " + words;
    }

    private static string Field(ulong bits, CronUnit unit)
    {
        if (bits == unit.All)
            return $"every {unit.Name}";
        var values = CronTimeFields.Values(bits);
        var step = values.Count > 1 ? values[1] - values[0] : 0;
        var isEven = values.Count > 2 && values.Zip(values.Skip(1)).All(pair => pair.Second - pair.First == step);
        if (isEven && step == 1)
            return $"{unit.Name}s {values[0]} to {values[^1]}";
        if (isEven && values[0] == 0 && values[^1] + step > unit.Max)
            return $"every {step} {unit.Name}s";
        return $"{unit.Name}{(values.Count > 1 ? "s" : "")} {ScheduleWords.List([.. values.Select(value => $"{value}")])}";
    }

    private static string Days(CronExpression cron)
    {
        var hasDays = !IsEveryDay(cron.MonthDays);
        var hasWeekdays = cron.Weekdays.Days != CronUnit.Weekday.All;
        return (hasDays, hasWeekdays) switch
        {
            (false, false) => "every day",
            (true, false) => "on " + MonthDays(cron.MonthDays),
            (false, true) => (cron.Weekdays.Nth.IsEmpty && cron.Weekdays.Days == MondayToFriday ? "from " : "on ") + Weekday(cron.Weekdays),
            _ when cron.MatchesEither => $"on {MonthDays(cron.MonthDays)}, and also on {Weekday(cron.Weekdays)},",
            _ => $"on {MonthDays(cron.MonthDays)}, where that is {Weekday(cron.Weekdays, "or")},",
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
        return ScheduleWords.List([.. parts]) + " of the month";
    }

    private static string Weekday(CronWeekdays weekdays, string conjunction = "and")
    {
        var days = Weekdays.Of(CronTimeFields.Values(weekdays.Days).Select(day => day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day));
        var parts = new List<string>();
        if (days == Weekdays.MondayToFriday)
            parts.Add("Monday to Friday");
        else
            parts.AddRange(days.Days.Select(Weekdays.NameOf));
        parts.AddRange(weekdays.Nth.Select(nth => $"the {ScheduleWords.Ordinal(nth.Nth)} {Weekdays.NameOf(nth.Weekday)} of the month"));
        return ScheduleWords.List([.. parts], conjunction);
    }
}

using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Schedules.Words;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>What is wrong only when fields are seen together.</summary>
internal sealed class ScheduleChecks(ScheduleDefinition schedule, BusinessCalendar? calendar, FieldReader fields, ReadingContext context, string rulePath, string? type)
{
    public const string Over = "nothing falls due any more: the last date of the rule is past", OverAdvice = "write a later end_date, UNTIL or COUNT";

    private FieldProblems Problems => fields.Problems;

    private string TimesField => fields.Has("frequency") ? "time" : "times";

    /// <summary>Whatever else is wrong with it, one of these comes with times.</summary>
    private bool NeedsTimes => fields.Has("frequency") || type is RuleReader.Daily or RuleReader.Weekly or RuleReader.Monthly or RuleReader.Yearly;

    /// <summary>A calendar of an unknown name is reported once, where it is named.</summary>
    private bool HasNoCalendar => calendar is null && fields.Text("calendar") is (null or ReadingContext.NoCalendar);

    /// <summary>Told by the type: also of a rule that could not be read.</summary>
    private bool BringsTimes => type is RuleReader.Cron or RuleReader.Interval;

    /// <param name="hasRule">Whether the rule could be read; without it, or where the body breaks off, only what holds whatever it says is looked at.</param>
    public void Run(bool hasRule)
    {
        if (context.IsWhole)
        {
            Times(hasRule);
            Holidays();
        }

        if (hasRule && context.IsWhole)
        {
            Anchor();
            MonthDates();
            UselessFields();
        }

        if (schedule is { StartDate: { } start, EndDate: { } end } && end < start)
            Problems.Error("end_date", $"{FieldText.Of(end)} lies before the start date {FieldText.Of(start)}", "write a later end_date or an earlier start_date");
        if (!Problems.HasErrors && context.IsWhole)
            Fires();
    }

    private void Times(bool hasRule)
    {
        var hasTimes = !schedule.Times.IsEmpty || schedule.AtClose;
        var name = fields.Has("times") ? "times" : fields.Has("time") ? "time" : null;
        if (name is not null && BringsTimes)
            Problems.Error(name, "a rule of this type brings its own times", $"remove '{name}'");
        else if (name is null && !hasTimes && (NeedsTimes || (hasRule && !BringsTimes && schedule.Rule is not RecurrenceScheduleRule { Rule.Times.IsEmpty: false })))
            Problems.Missing(TimesField, "write when it falls due, such as 18:00");
        if (schedule.AtClose && (calendar ?? BusinessCalendar.MondayToFriday).Close is null && (HasNoCalendar || calendar is not null))
            Problems.Error("times", "'close' needs a calendar that says when business closes", "name such a calendar, such as nyse, or write a time");
        else if (schedule.AtClose && calendar?.Close is { } close && close.PlusMinutes(schedule.AfterClose) < close)
            Problems.Error("after_close_minutes", $"{schedule.AfterClose} minutes after the close is past midnight", "write fewer minutes");
    }

    private void Anchor()
    {
        if (schedule is { StartDate: null, Rule: DailyRule { Every: > 1 } or WeeklyRule { Every: > 1 } })
            Problems.Error("start_date", "a rule with 'every' above 1 needs a date to count from", "write start_date, such as 2026-01-05");
    }

    private void Holidays()
    {
        if ((schedule.FollowsElapsedTime || type == RuleReader.Interval) && schedule.OnHoliday is (OnHoliday.Previous or OnHoliday.Next))
            Problems.Error("on_holiday", "a rule that follows elapsed time has no date to move", "write skip or run");
        else if (HasNoCalendar && fields.Has("on_holiday") && schedule.OnHoliday != OnHoliday.Run)
            Problems.Error("on_holiday", $"'{EnumWords<OnHoliday>.Of(schedule.OnHoliday)}' needs a calendar", "name one with 'calendar', or write run");
        if (HasNoCalendar && schedule is { EarlyClose: EarlyClose.Follow, AtClose: false })
            Problems.Error("early_close", "'follow' needs a calendar with early closes", "name one with 'calendar'");
    }

    private void MonthDates()
    {
        if (calendar is not null && !fields.Has("on_holiday") && schedule.Rule is MonthlyRule { On: DayOfMonth or WeekdayOfMonth } or YearlyRule { On: DayOfMonth or WeekdayOfMonth })
            Problems.Warning("on_holiday", "a date that is no business day of the calendar is left out, and then the month has no report", "write previous or next to move it, or skip if that is meant");
    }

    private void UselessFields()
    {
        if (fields.Has("month_end") && schedule.Rule is not (MonthlyRule { On: DayOfMonth { Day: > 0 } } or YearlyRule { On: DayOfMonth { Day: > 0 } }))
            Problems.Warning("month_end", "it holds for a day of the month alone and has no effect here");
        if (schedule.FollowsElapsedTime && fields.Has("gap"))
            Problems.Warning("gap", "a rule that follows elapsed time meets no gap; the field has no effect here");
        if (schedule.FollowsElapsedTime && fields.Has("overlap"))
            Problems.Warning("overlap", "a rule that follows elapsed time runs through both passes; the field has no effect here");
        if (schedule is { AfterClose: > 0, EarlyClose: EarlyClose.Ignore })
            Problems.Warning("after_close_minutes", "it has no effect without early_close: follow");
    }

    private void Fires()
    {
        var times = FireTimes.Of(schedule, calendar, context.Zones);
        var from = times.FirstDate is { } first ? Midnight(first.PlusDays(-40)) : schedule.EndDate is { } end ? Instant.Min(context.Now, Midnight(end.PlusYears(-5))) : context.Now;
        var found = times.Take(from, 1);
        var path = rulePath.Length == 0 ? "rule" : rulePath;
        if (found.All(occurrence => occurrence.Reason is not null))
        {
            Problems.Error(
                path,
                found.IsEmpty
                    ? "this rule never fires: it names no date"
                    : $"this rule never fires: of {found.Length} occurrences tried none runs, the first because {ReasonWords.Of(EnumWords<SkipReason>.Of(found[0].Reason!.Value))}",
                "change the rule, the calendar or the dates");
        }
        else if (times.Next(context.Now) is null)
        {
            Problems.Warning(path, Over, OverAdvice);
        }
        else if (Spacing.Shortest(schedule, calendar) is { } shortest && shortest < schedule.MinSpacing)
        {
            Problems.Error(
                path,
                $"two occurrences would lie {FieldText.InWords(shortest)} apart, and {FieldText.InWords(schedule.MinSpacing)} are the least that is allowed",
                "let it fire less often, or lower min_spacing");
        }
    }

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}

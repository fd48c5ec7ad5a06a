using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Cron;
using Daybook.Schedules.Recurrence;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads the fields of a rule; which ones there are depends on its type.</summary>
internal sealed class RuleReader(FieldReader fields)
{
    public const string Daily = "daily", Weekly = "weekly", Monthly = "monthly", Yearly = "yearly", Cron = "cron", Interval = "interval";

    public static readonly ImmutableArray<string> Types = [Daily, Weekly, Monthly, Yearly, Cron, "rrule", Interval];

    private static readonly ImmutableArray<string> Fields = ["every", "days", "on", "day", "n", "nth", "weekday", "month", "expr", "cron", "rrule", "dtstart", "exdate", "rdate", "anchor", "window"];

    private FieldProblems Problems => fields.Problems;

    /// <summary>The time of DTSTART; null when it has none.</summary>
    public LocalTime? StartTime { get; private set; }

    /// <returns>Null after an error.</returns>
    public ScheduleRule? Read(string type) => type switch
    {
        Daily => new DailyRule(Every(366)),
        Weekly => OfWeek(),
        Monthly => new MonthDayReader(fields).Read(null) is { } day ? new MonthlyRule(day) : null,
        Yearly => OfYear(),
        Cron => OfCron(),
        "rrule" => Recurrence(),
        Interval => OfInterval(),
        _ => UnknownType(type),
    };

    /// <summary>Fields that some rule has are not called wrong for belonging to no rule that is known.</summary>
    private ScheduleRule? UnknownType(string type)
    {
        foreach (var name in Fields)
            fields.Value(name);
        Problems.Error(fields.PathOf("type"), $"there is no rule '{type}'{FieldReader.Near(type, Types)}", "write one of " + string.Join(", ", Types));
        return null;
    }

    private int Every(int max) => fields.Integer("every", 1, max) ?? 1;

    private WeeklyRule? OfWeek()
    {
        if (!fields.Has("days"))
            Problems.Missing(fields.PathOf("days"), "write the days, such as [\"MO\", \"FR\"]");
        var days = WeekdaysOf("days");
        var every = Every(52);
        return days.Count > 0 ? new WeeklyRule(days, every) : null;
    }

    public Weekdays WeekdaysOf(string name)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var (value, path) in fields.List(name))
        {
            if (fields.Text(value, path) is not { } text)
                continue;
            if (Weekdays.Day(text) is { } day)
                days.Add(day);
            else
                Problems.Error(path, $"'{text}' is not a day of the week", "write one of MO, TU, WE, TH, FR, SA, SU");
        }

        if (fields.Value(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
            Problems.Error(fields.PathOf(name), "the list of days is empty", "write at least one of MO, TU, WE, TH, FR, SA, SU");
        return Weekdays.Of(days);
    }

    private YearlyRule? OfYear()
    {
        if (!fields.Has("month"))
            Problems.Missing(fields.PathOf("month"), "write a number from 1 to 12");
        var month = fields.Integer("month", 1, 12);
        var day = new MonthDayReader(fields).Read(month);
        return month is { } number && day is not null ? new YearlyRule(number, day) : null;
    }

    private ScheduleRule? OfCron()
    {
        var name = fields.Has("cron") ? "cron" : "expr";
        if (fields.RequiredText(name, "write the expression, such as 0 18 * * MON-FRI") is not { } text)
            return null;
        if (text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && first.Equals(EveryText.Macro, StringComparison.OrdinalIgnoreCase))
            return EveryText.Read(text, fields.PathOf(name), Problems);
        return CronParser.Parse(text, fields.PathOf(name), Problems) is { } expression ? new CronRule(expression) : null;
    }

    private RecurrenceScheduleRule? Recurrence()
    {
        var text = fields.RequiredText("rrule", "write the rule, such as FREQ=MONTHLY;BYDAY=-1FR");
        var start = Start();
        var (excluded, added) = (Dates("exdate"), Dates("rdate"));
        var rule = text is null ? null : RecurrenceParser.Parse(text, StartTime, fields.PathOf("rrule"), Problems);
        if (rule is null || start is not { } first)
            return null;
        if (rule.Until is { } until && until.LastDate < first)
        {
            Problems.Error(fields.PathOf("rrule"), "UNTIL lies before dtstart", "write a later UNTIL or an earlier dtstart");
            return null;
        }

        if (!new RecurrenceFilter(rule, first).Matching(first, 1).Any())
            Problems.Warning(fields.PathOf("dtstart"), $"the rule does not match its dtstart {FieldText.Of(first)}, so nothing runs on that date");
        return new RecurrenceScheduleRule(rule, first, excluded, added);
    }

    private LocalDate? Start()
    {
        if (fields.RequiredText("dtstart", "write the date the rule starts on, such as 2026-01-01") is not { } text)
            return null;
        if (FieldText.Date(text) is { } date)
            return date;
        if (RecurrenceText.DateTime(text.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)) is { } time)
        {
            StartTime = time.TimeOfDay;
            return time.Date;
        }

        Problems.Error(fields.PathOf("dtstart"), $"'{text}' is not a date", "write it as 2026-01-01, or with a time of the zone as 2026-01-01T18:00:00");
        return null;
    }

    private ImmutableSortedSet<LocalDate> Dates(string name) =>
        [.. fields.List(name).Select(item => fields.Date(item.Value, item.Path)).OfType<LocalDate>()];

    private IntervalRule? OfInterval()
    {
        if (!fields.Has("every"))
            Problems.Missing(fields.PathOf("every"), "write a duration, such as PT30M");
        var every = fields.Duration("every", Duration.FromSeconds(1));
        var anchor = fields.Instant("anchor") ?? NodaConstants.UnixEpoch;
        var window = Window();
        return every is { } length ? new IntervalRule(length, anchor, window) : null;
    }

    private DayWindow? Window()
    {
        if (fields.Value("window") is not { } value)
            return null;
        return WindowReader.Of(value, fields.PathOf("window"), Problems, allowsWholeDay: false);
    }
}

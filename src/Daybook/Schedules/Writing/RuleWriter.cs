using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Writing;

/// <summary>Writes the fields of a rule.</summary>
internal sealed class RuleWriter(Utf8JsonWriter writer) : IScheduleRuleVisitor<ValueTuple>
{
    public ValueTuple Visit(DailyRule rule)
    {
        Type("daily");
        return Every(rule.Every);
    }

    public ValueTuple Visit(WeeklyRule rule)
    {
        Type("weekly");
        writer.WriteStartArray("days");
        foreach (var day in rule.Days.Days)
            writer.WriteStringValue(Weekdays.ShortNameOf(day));
        writer.WriteEndArray();
        return Every(rule.Every);
    }

    public ValueTuple Visit(MonthlyRule rule)
    {
        Type("monthly");
        return rule.On.Accept(new MonthDayWriter(writer));
    }

    public ValueTuple Visit(YearlyRule rule)
    {
        Type("yearly");
        writer.WriteNumber("month", rule.Month);
        return rule.On.Accept(new MonthDayWriter(writer));
    }

    public ValueTuple Visit(CronRule rule)
    {
        Type("cron");
        writer.WriteString("expr", rule.Expression.Text);
        return default;
    }

    public ValueTuple Visit(RecurrenceScheduleRule rule)
    {
        Type("rrule");
        writer.WriteString("rrule", rule.Rule.Text);

        // What BYHOUR, BYMINUTE and BYSECOND leave open comes from here, and is the same in each of the times.
        writer.WriteString("dtstart", rule.Rule.Times.IsEmpty ? FieldText.Of(rule.Start) : $"{FieldText.Of(rule.Start)}T{FieldText.Of(rule.Rule.Times[0])}");
        Dates("exdate", rule.Excluded);
        Dates("rdate", rule.Added);
        return default;
    }

    public ValueTuple Visit(IntervalRule rule)
    {
        Type("interval");
        writer.WriteString("every", FieldText.Of(rule.Every));
        writer.WriteString("anchor", FieldText.Of(rule.Anchor));
        if (rule.Window is { } window)
            writer.WriteString("window", FieldText.Of(window.Start, window.End));
        return default;
    }

    private void Type(string type) => writer.WriteString("type", type);

    private ValueTuple Every(int every)
    {
        if (every != 1)
            writer.WriteNumber("every", every);
        return default;
    }

    private void Dates(string name, ImmutableSortedSet<LocalDate> dates)
    {
        if (dates.IsEmpty)
            return;
        writer.WriteStartArray(name);
        foreach (var date in dates)
            writer.WriteStringValue(FieldText.Of(date));
        writer.WriteEndArray();
    }
}

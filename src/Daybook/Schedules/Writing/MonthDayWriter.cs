using System.Text.Json;
using Daybook.Calendars;
using Daybook.Schedules.Rules;

namespace Daybook.Schedules.Writing;

/// <summary>Writes which date of a month is meant.</summary>
internal sealed class MonthDayWriter(Utf8JsonWriter writer) : IMonthDayVisitor<ValueTuple>
{
    public ValueTuple Visit(DayOfMonth day)
    {
        writer.WriteString("on", "day");
        writer.WriteNumber("day", day.Day);
        return default;
    }

    public ValueTuple Visit(NthBusinessDay day)
    {
        writer.WriteString("on", "business_day");
        writer.WriteNumber("n", day.Nth);
        return default;
    }

    public ValueTuple Visit(WeekdayOfMonth day)
    {
        writer.WriteString("on", "weekday");
        writer.WriteNumber("nth", day.Nth);
        writer.WriteString("weekday", Weekdays.ShortNameOf(day.Weekday));
        return default;
    }
}

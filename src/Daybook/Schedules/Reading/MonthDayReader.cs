using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads which date of a month is meant.</summary>
internal sealed class MonthDayReader(FieldReader fields)
{
    private static readonly ImmutableArray<string> Kinds = ["day", "last", "last_business_day", "business_day", "weekday"];

    private static readonly ImmutableArray<string> Fields = ["day", "n", "nth", "weekday"];

    private FieldProblems Problems => fields.Problems;

    /// <param name="month">The only month, where the rule has one; a day that it never has is refused.</param>
    public MonthDay? Read(int? month)
    {
        var kind = fields.Text("on") ?? (fields.Has("weekday") || fields.Has("nth") ? "weekday" : fields.Has("n") ? "business_day" : "day");
        switch (kind)
        {
            case "day":
                return Day(month);
            case "last":
                return new DayOfMonth(-1);
            case "last_business_day":
                return new NthBusinessDay(-1);
            case "business_day":
                return Number("n", -31, 31, "write 1 for the first business day, -1 for the last") is { } n ? new NthBusinessDay(n) : null;
            case "weekday":
                return Weekday();
            default:
                // What another kind would have is not called wrong for belonging to none.
                foreach (var name in Fields)
                    fields.Value(name);
                Problems.Error(fields.PathOf("on"), $"'{kind}' is not a value of 'on'{FieldReader.Near(kind, Kinds)}", "write one of " + string.Join(", ", Kinds));
                return null;
        }
    }

    private DayOfMonth? Day(int? month)
    {
        if (fields.Value("day") is { ValueKind: JsonValueKind.String } text && text.GetString() == "last")
            return new DayOfMonth(-1);
        if (Number("day", -28, 31, "write a day from 1 to 31, or -1 for the last day of the month") is not { } day)
            return null;

        // A leap year, so that 29 February passes.
        if (month is { } only && day > CalendarSystem.Iso.GetDaysInMonth(2024, only))
        {
            Problems.Error(fields.PathOf("day"), $"{MonthNames.Of(only)} never has a day {day}", "write \"on\": \"last\" for its last day");
            return null;
        }

        return new DayOfMonth(day);
    }

    private WeekdayOfMonth? Weekday()
    {
        var nth = Number("nth", -5, 5, "write 1 for the first, -1 for the last");
        IsoDayOfWeek? weekday = null;
        if (fields.RequiredText("weekday", "write one of MO, TU, WE, TH, FR, SA, SU") is { } text)
        {
            weekday = Weekdays.Day(text);
            if (weekday is null)
                Problems.Error(fields.PathOf("weekday"), $"'{text}' is not a day of the week", "write one of MO, TU, WE, TH, FR, SA, SU");
        }

        return nth is { } number && weekday is { } day ? new WeekdayOfMonth(number, day) : null;
    }

    private int? Number(string name, int min, int max, string advice)
    {
        if (!fields.Has(name))
        {
            Problems.Missing(fields.PathOf(name), advice);
            return null;
        }

        if (fields.Integer(name, min, max) is not { } number)
            return null;
        if (number != 0)
            return number;
        Problems.Error(fields.PathOf(name), $"'{name}' cannot be 0", advice);
        return null;
    }
}

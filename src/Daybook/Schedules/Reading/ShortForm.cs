using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads <c>frequency</c> with <c>days_of_week</c> or <c>day_of_month</c>: weekly is Monday and monthly the first unless said otherwise.</summary>
internal sealed class ShortForm(FieldReader fields)
{
    private static readonly ImmutableArray<string> Frequencies = ["daily", "weekly", "monthly"];

    public ScheduleRule? Rule()
    {
        if (fields.Text("frequency") is not { } frequency)
            return null;
        switch (frequency)
        {
            case "daily":
                return new DailyRule(1);
            case "weekly":
                var days = fields.Has("days_of_week") ? new RuleReader(fields).WeekdaysOf("days_of_week") : Weekdays.Of(IsoDayOfWeek.Monday);
                return days.Count > 0 ? new WeeklyRule(days, 1) : null;
            case "monthly":
                return new MonthlyRule(new DayOfMonth(Day()));
            default:
                fields.Problems.Error(
                    "frequency", $"'{frequency}' is not a frequency{FieldReader.Near(frequency, Frequencies)}", "write one of " + string.Join(", ", Frequencies));
                return null;
        }
    }

    private int Day() => fields.Value("day_of_month") is { ValueKind: System.Text.Json.JsonValueKind.String } text && text.GetString() == "last"
        ? -1
        : fields.Integer("day_of_month", 1, 31) ?? 1;
}

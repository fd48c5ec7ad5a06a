using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads <c>frequency</c> with <c>days_of_week</c> or <c>day_of_month</c>: weekly is Monday and monthly the first unless said otherwise.</summary>
internal sealed class ShortForm(FieldReader fields)
{
    private const string Daily = "daily", Weekly = "weekly", Monthly = "monthly", DaysOfWeek = "days_of_week", DayOfMonthField = "day_of_month";

    private static readonly ImmutableArray<string> Frequencies = [Daily, Weekly, Monthly];

    /// <summary>What the other words are for that people write here.</summary>
    private static readonly ImmutableDictionary<string, string> Longer = new Dictionary<string, string>
    {
        ["hourly"] = "\"rule\": {\"type\": \"interval\", \"every\": \"PT1H\"} for every hour",
        ["yearly"] = "\"rule\": {\"type\": \"yearly\", \"month\": 12, \"day\": 31} for a date of the year",
        ["annually"] = "\"rule\": {\"type\": \"yearly\", \"month\": 12, \"day\": 31} for a date of the year",
        ["quarterly"] = "\"rule\": {\"type\": \"cron\", \"expr\": \"0 18 L MAR,JUN,SEP,DEC *\"} for the end of each quarter",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    public ScheduleRule? Rule()
    {
        // Both are read whatever the frequency: what is wrong with them is told with everything else.
        var days = fields.Has(DaysOfWeek) ? new RuleReader(fields).WeekdaysOf(DaysOfWeek) : Weekdays.Of(IsoDayOfWeek.Monday);
        var day = Day();
        if (fields.Text("frequency") is not { } frequency)
            return null;
        if (!Frequencies.Contains(frequency))
        {
            var advice = "write one of " + string.Join(", ", Frequencies) + (Longer.TryGetValue(frequency, out var longer) ? $", or in place of it {longer}" : "");
            fields.Problems.Error("frequency", $"'{frequency}' is not a frequency{FieldReader.Near(frequency, Frequencies)}", advice);
            return null;
        }

        RefuseOf(Weekly, DaysOfWeek, frequency);
        RefuseOf(Monthly, DayOfMonthField, frequency);
        return frequency switch
        {
            Weekly => days.Count > 0 ? new WeeklyRule(days, 1) : null,
            Monthly => day is { } number ? new MonthlyRule(new DayOfMonth(number)) : null,
            _ => new DailyRule(1),
        };
    }

    private void RefuseOf(string owner, string field, string frequency)
    {
        if (frequency != owner && fields.Has(field))
            fields.Problems.Error(field, $"it belongs to 'frequency': '{owner}', and '{frequency}' stands there", $"remove it, or write \"frequency\": \"{owner}\"");
    }

    /// <returns>Null after an error.</returns>
    private int? Day()
    {
        if (fields.Value(DayOfMonthField) is not { } value)
            return 1;
        return value.ValueKind == JsonValueKind.String && value.GetString() == "last" ? -1 : fields.Integer(DayOfMonthField, 1, 31, "write a day from 1 to 31, or \"last\"");
    }
}

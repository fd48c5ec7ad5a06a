using System.Globalization;
using System.Text.Json;
using Daybook.Calendars.Holidays;
using Daybook.Input;
using NodaTime;

namespace Daybook.Calendars.Reading;

/// <summary>
/// Reads one holiday: a date as text, or an object with <c>date</c>, <c>fixed</c>, <c>easter</c>, or <c>month</c>, <c>nth</c> and <c>weekday</c>.
/// </summary>
internal sealed class HolidayReader(FieldProblems problems)
{
    private static readonly string[] OfWeekday = ["month", "nth"];

    /// <summary>The field <c>time</c>, which early closes have; null without it.</summary>
    public LocalTime? Time { get; private set; }

    /// <returns>Null after an error.</returns>
    public HolidayRule? Read(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Text(value.GetString()!, path);
        var fields = new FieldReader(value, path, problems);
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var date = Date(fields, path);
        var rule = date is null ? null : new HolidayRule(fields.Text("name") ?? "Holiday", date)
        {
            Observed = fields.Word<Observed>("observed") ?? Observed.None,
            FromYear = fields.Integer("from_year", HolidayRule.FirstYear, HolidayRule.LastYear) ?? HolidayRule.FirstYear,
            ToYear = fields.Integer("to_year", HolidayRule.FirstYear, HolidayRule.LastYear) ?? HolidayRule.LastYear,
            Source = fields.Text("source"),
        };
        Time = fields.Time("time");
        if (date is not null)
            fields.RefuseOthers();
        if (rule is { } read && read.ToYear < read.FromYear)
            problems.Error(fields.PathOf("to_year"), $"{read.ToYear} lies before from_year {read.FromYear}");
        return rule;
    }

    private HolidayRule? Text(string text, string path)
    {
        if (FieldText.Date(text) is { } date)
            return new HolidayRule("Holiday", new ExplicitDate(date));
        problems.Error(path, $"'{text}' is not a date", "write it as 2026-12-25, or an object such as {\"fixed\": \"12-25\"}");
        return null;
    }

    private HolidayDate? Date(FieldReader fields, string path)
    {
        if (fields.Has("date"))
            return fields.Date("date") is { } date ? new ExplicitDate(date) : null;
        if (fields.Text("fixed") is { } text)
            return Fixed(text, fields.PathOf("fixed"));
        if (fields.Has("easter"))
            return Easter(fields);
        if (fields.Has("weekday"))
            return Weekday(fields);
        if (problems.IsWhole)
            problems.Error(path, "a holiday needs a date", "write one of 'date', 'fixed', 'easter', or 'month', 'nth' and 'weekday'");
        return null;
    }

    private FixedDate? Fixed(string text, string path)
    {
        // A leap year, so that 29 February passes.
        if (text.Length == 5 && DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new FixedDate(date.Month, date.Day);
        problems.Error(path, $"'{text}' is not a month and day", "write it as 12-25");
        return null;
    }

    private EasterDate? Easter(FieldReader fields)
    {
        var days = fields.Integer("easter", -100, 100);
        var church = fields.Text("church") ?? "western";
        if (church is not ("western" or "orthodox"))
            problems.Error(fields.PathOf("church"), $"'{church}' is not a reckoning of Easter", "write western or orthodox");
        return days is { } number ? new EasterDate(number, church == "orthodox") : null;
    }

    private NthWeekday? Weekday(FieldReader fields)
    {
        foreach (var name in OfWeekday.Where(name => !fields.Has(name)))
            problems.Missing(fields.PathOf(name), "a weekday of a month needs 'month', 'nth' and 'weekday'");
        var (month, nth, plusDays) = (fields.Integer("month", 1, 12), fields.Integer("nth", -5, 5), fields.Integer("plus_days", -31, 31) ?? 0);
        if (nth == 0)
            problems.Error(fields.PathOf("nth"), "'nth' cannot be 0", "write 1 for the first, -1 for the last");
        var text = fields.Text("weekday");
        var weekday = text is null ? null : Weekdays.Day(text);
        if (text is not null && weekday is null)
            problems.Error(fields.PathOf("weekday"), $"'{text}' is not a day of the week", "write one of MO, TU, WE, TH, FR, SA, SU");
        return month is { } m && nth is { } n && weekday is { } day && n != 0 ? new NthWeekday(m, n, day, plusDays) : null;
    }
}

using System.Collections.Frozen;
using Daybook.Input;

namespace Daybook.Schedules.Cron;

/// <summary>Reads cron expressions of five fields, or six with seconds first; every problem has its column.</summary>
internal static class CronParser
{
    private static readonly FrozenDictionary<string, string> Macros = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["@hourly"] = "0 * * * *", ["@daily"] = "0 0 * * *", ["@midnight"] = "0 0 * * *", ["@weekly"] = "0 0 * * 0", ["@monthly"] = "0 0 1 * *",
        ["@yearly"] = "0 0 1 1 *", ["@annually"] = "0 0 1 1 *",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null after an error.</returns>
    public static CronExpression? Parse(string text, string path, FieldProblems problems)
    {
        var found = new CronProblems(path, problems);
        if (text.TrimStart().StartsWith('@'))
            return Macro(text, found) is { } written ? Fields(text, written, found) : null;
        return Fields(text, text, found);
    }

    private static string? Macro(string text, CronProblems problems)
    {
        var name = text.Trim();
        if (Macros.TryGetValue(name, out var fields))
            return fields;
        if (name.Equals("@reboot", StringComparison.OrdinalIgnoreCase))
            problems.Error(1, "'@reboot' names no time", "a report falls due at a time; write the time it is wanted at");
        else
            problems.Error(
                1, $"there is no '{name}'{FieldReader.Near(name, Macros.Keys)}",
                $"write one of {string.Join(", ", Macros.Keys.Order(StringComparer.Ordinal))} or @every 30m");
        return null;
    }

    private static CronExpression? Fields(string original, string text, CronProblems problems)
    {
        var fields = Tokens(text);
        if (fields.Count is not (5 or 6))
        {
            problems.Error(
                fields.Count > 6 ? fields[6].Column : text.Length + 1,
                $"a cron expression has five fields (minute, hour, day, month, weekday), or six with seconds first; this one has {fields.Count}",
                fields.Count == 7 ? "there is no field for years; use start_date and end_date" : "write it such as 0 18 * * MON-FRI");
            return null;
        }

        if (fields.Count == 5)
            fields.Insert(0, new CronToken("0", 1));
        var times = new CronTimeFields(List(fields[0], CronUnit.Second, problems), List(fields[1], CronUnit.Minute, problems), List(fields[2], CronUnit.Hour, problems));
        var days = CronMonthDays.Read(fields[3], problems);
        var months = List(fields[4], CronUnit.Month, problems);
        var needsBoth = fields[5].Text.StartsWith('+');
        var weekdays = CronWeekdays.Read(needsBoth ? fields[5].From(1) : fields[5], problems);
        if (problems.Any)
            return null;
        WarnOfMissingDays(days, fields[3].Column, months, problems);
        return new CronExpression(original, times.Times(), times, months, days, weekdays, needsBoth);
    }

    private static ulong List(CronToken field, CronUnit unit, CronProblems problems) =>
        field.Split(',').Aggregate(0UL, (bits, item) => bits | CronItem.Read(item, unit, problems));

    /// <summary>A day that some of the months lack is left out there.</summary>
    private static void WarnOfMissingDays(CronMonthDays days, int column, ulong months, CronProblems problems)
    {
        if (!days.IsRestricted)
            return;
        for (var day = 29; day <= 31; day++)
        {
            if ((days.Days & (1UL << day)) != 0 && CronTimeFields.Values(months).Any(month => NodaTime.CalendarSystem.Iso.GetDaysInMonth(2025, month) < day))
            {
                problems.Warning(column, $"not every month has a day {day}, and where it is missing nothing runs", "write L for the last day of the month");
                return;
            }
        }
    }

    private static List<CronToken> Tokens(string text)
    {
        var tokens = new List<CronToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            tokens.Add(new CronToken(text[start..i], start + 1));
        }

        return tokens;
    }
}

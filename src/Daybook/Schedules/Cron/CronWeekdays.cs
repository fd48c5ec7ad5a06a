using System.Collections.Immutable;
using System.Globalization;
using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Schedules.Cron;

/// <summary>The last field: days of the week.</summary>
/// <param name="Days">Bit 0 is Sunday.</param>
/// <param name="Nth"><c>n#k</c>, and <c>nL</c> with −1.</param>
/// <param name="IsRestricted">Whether the text starts with neither <c>*</c> nor <c>?</c>.</param>
internal sealed record CronWeekdays(ulong Days, ImmutableArray<(IsoDayOfWeek Weekday, int Nth)> Nth, bool IsRestricted)
{
    public static CronWeekdays Read(CronToken field, CronProblems problems)
    {
        var read = new CronWeekdays(0, [], !field.Text.StartsWith('*') && !field.Text.StartsWith('?'));
        return field.Split(',').Aggregate(read, (days, item) => days.With(item, problems));
    }

    /// <returns>The days of one month, as bits.</returns>
    public uint In(int year, int month)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var weekday = (int)new LocalDate(year, month, 1).DayOfWeek % 7;
        var bits = 0u;
        for (var day = 1; day <= length; day++, weekday = (weekday + 1) % 7)
        {
            if ((Days & (1UL << weekday)) != 0)
                bits |= 1u << day;
        }

        foreach (var (day, nth) in Nth)
        {
            if (NthWeekday.Of(year, month, nth, day) is { } date)
                bits |= 1u << date.Day;
        }

        return bits;
    }

    private CronWeekdays With(CronToken item, CronProblems problems)
    {
        var hash = item.Text.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            var weekday = Weekday(item.Until(hash), problems);
            if (int.TryParse(item.Text.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth is >= 1 and <= 5)
                return weekday is { } day ? this with { Nth = Nth.Add((day, nth)) } : this;
            problems.Error(item.Column + hash + 1, $"'{item.Text[(hash + 1)..]}' is not a number from 1 to 5", "write MON#1 for the first Monday");
            return this;
        }

        if (item.Text is "L" or "l")
        {
            problems.Error(item.Column, "'L' alone names no weekday", "write FRIL for the last Friday; the last day of the month is L in the day field");
            return this;
        }

        if (item.Text.EndsWith('L') || item.Text.EndsWith('l'))
            return Weekday(item.Until(item.Text.Length - 1), problems) is { } last ? this with { Nth = Nth.Add((last, -1)) } : this;
        if (item.Text.EndsWith('W') && CronUnit.Weekday.Value(item.Text) is null)
        {
            problems.Error(item.Column, $"'{item.Text}' belongs into the day field", "write 15W there for the weekday nearest to the 15th");
            return this;
        }

        return this with { Days = Days | CronItem.Read(item, CronUnit.Weekday, problems) };
    }

    private static IsoDayOfWeek? Weekday(CronToken token, CronProblems problems)
    {
        if (CronUnit.Weekday.Value(token.Text) is { } value)
            return value % 7 == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)value;
        problems.Error(token.Column, $"'{token.Text}' is not a weekday", $"write {CronUnit.Weekday.Range}");
        return null;
    }
}

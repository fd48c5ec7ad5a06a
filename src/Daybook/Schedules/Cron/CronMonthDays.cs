using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Daybook.Schedules.Cron;

/// <summary>The third field: days of the month.</summary>
/// <param name="Days">Bits 1 to 31.</param>
/// <param name="BeforeLast">0 for <c>L</c>, n for <c>L-n</c>.</param>
/// <param name="LastWeekday"><c>LW</c>: the last Monday to Friday.</param>
/// <param name="NearestWeekday"><c>nW</c>: the Monday to Friday nearest to day n in the same month.</param>
/// <param name="IsRestricted">Whether the text starts with neither <c>*</c> nor <c>?</c>.</param>
internal sealed record CronMonthDays(
    ulong Days, ImmutableArray<int> BeforeLast, bool LastWeekday, ImmutableArray<int> NearestWeekday, bool IsRestricted)
{
    public static CronMonthDays Read(CronToken field, CronProblems problems)
    {
        var read = new CronMonthDays(0, [], false, [], !field.Text.StartsWith('*') && !field.Text.StartsWith('?'));
        return field.Split(',').Aggregate(read, (days, item) => days.With(item, problems));
    }

    /// <returns>The days of one month, as bits.</returns>
    public uint In(int year, int month)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var bits = (uint)Days & (uint)((1UL << (length + 1)) - 2);
        foreach (var before in BeforeLast.Where(before => before < length))
            bits |= 1u << (length - before);
        if (LastWeekday)
            bits |= 1u << Nearest(year, month, length, length);
        foreach (var day in NearestWeekday.Where(day => day <= length))
            bits |= 1u << Nearest(year, month, day, length);
        return bits;
    }

    private static int Nearest(int year, int month, int day, int length) => new LocalDate(year, month, day).DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => day == 1 ? 3 : day - 1,
        IsoDayOfWeek.Sunday => day == length ? day - 2 : day + 1,
        _ => day,
    };

    private CronMonthDays With(CronToken item, CronProblems problems)
    {
        var text = item.Text.ToUpperInvariant();
        if (text == "LW")
            return this with { LastWeekday = true };
        if (text == "L")
            return this with { BeforeLast = BeforeLast.Add(0) };
        if (text.StartsWith("L-", StringComparison.Ordinal))
        {
            if (int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before is >= 1 and <= 30)
                return this with { BeforeLast = BeforeLast.Add(before) };
            problems.Error(item.Column + 2, $"'{item.Text[2..]}' is not a number of days before the last", "write 1 to 30, as in L-3");
            return this;
        }

        if (text.EndsWith('W'))
        {
            if (int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31)
                return this with { NearestWeekday = NearestWeekday.Add(day) };
            problems.Error(item.Column, $"'{item.Text}' names no day", "write 15W for the weekday nearest to the 15th, or LW for the last weekday");
            return this;
        }

        if (text.Contains('#', StringComparison.Ordinal))
        {
            problems.Error(item.Column, $"'{item.Text}' belongs into the weekday field", "write it there, as in 0 9 * * MON#1");
            return this;
        }

        return this with { Days = Days | CronItem.Read(item, CronUnit.Day, problems) };
    }
}

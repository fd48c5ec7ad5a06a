using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Schedules.Cron;

/// <summary>What a field counts.</summary>
/// <param name="Name">As messages say it.</param>
/// <param name="Names">Words for the values from <paramref name="Min"/> on; empty where only numbers are allowed.</param>
internal sealed record CronUnit(string Name, int Min, int Max, ImmutableArray<string> Names)
{
    public static readonly CronUnit Second = new("second", 0, 59, []);
    public static readonly CronUnit Minute = new("minute", 0, 59, []);
    public static readonly CronUnit Hour = new("hour", 0, 23, []);
    public static readonly CronUnit Day = new("day of the month", 1, 31, []);

    public static readonly CronUnit Month =
        new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    /// <summary>0 and 7 are Sunday; values are kept as 0 to 6.</summary>
    public static readonly CronUnit Weekday = new("weekday", 0, 6, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    public int Count => Max - Min + 1;

    /// <summary>Every value, as bits.</summary>
    public ulong All => ((1UL << Count) - 1) << Min;

    /// <returns>Null when the text is no value of this unit; Sunday may be 7 here.</returns>
    public int? Value(string text)
    {
        var named = Names.ToList().FindIndex(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
            return Min + named;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= (this == Weekday ? 7 : Max)
            ? number
            : null;
    }

    public string Range => this == Weekday ? "0 to 7 (0 and 7 are Sunday) or SUN to SAT"
        : Names.IsEmpty ? $"{Min} to {Max}" : $"{Min} to {Max} or {Names[0]} to {Names[^1]}";
}

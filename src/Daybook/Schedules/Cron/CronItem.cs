using System.Globalization;

namespace Daybook.Schedules.Cron;

/// <summary>Reads one entry of a field's list: a value, a range (which may wrap) or everything, with an optional step.</summary>
internal static class CronItem
{
    /// <returns>The values as bits; 0 after an error.</returns>
    public static ulong Read(CronToken item, CronUnit unit, CronProblems problems)
    {
        if (item.Text.Length == 0)
        {
            problems.Error(item.Column, $"a {unit.Name} is missing here", "remove the comma or write a value");
            return 0;
        }

        var parts = item.Split('/').ToList();
        if (parts.Count > 2)
        {
            problems.Error(parts[2].Column - 1, "a second '/'", "one step for each entry");
            return 0;
        }

        var step = parts.Count == 2 ? Step(parts[1], problems) : 1;
        return Bounds(parts[0], unit, parts.Count == 2, problems) is { } bounds && step is { } by ? Bits(bounds.First, bounds.Length, by, unit) : 0;
    }

    private static (int First, int Length)? Bounds(CronToken range, CronUnit unit, bool hasStep, CronProblems problems)
    {
        if (range.Text is "*" or "?")
            return (unit.Min, unit.Count);
        var ends = range.Split('-').ToList();
        if (ends.Count > 2)
        {
            problems.Error(ends[2].Column - 1, $"'{range.Text}' is not a range of {unit.Name}s", "write it as 1-5");
            return null;
        }

        var values = ends.Select(end => Value(end, unit, problems)).ToList();
        if (values.Contains(null))
            return null;
        var (first, last) = (values[0]!.Value, values[^1]!.Value);
        if (unit == CronUnit.Weekday && ends.Count == 2 && (first, last) == (0, 7))
            return (0, 7);
        if (unit == CronUnit.Weekday)
            (first, last) = (first % 7, last % 7);
        if (ends.Count == 1)
            return (first, hasStep ? unit.Max - first + 1 : 1);
        return (first, last >= first ? last - first + 1 : unit.Count - first + last + 1);
    }

    private static int? Value(CronToken token, CronUnit unit, CronProblems problems)
    {
        if (unit.Value(token.Text) is { } value)
            return value;
        if (token.Text.Length == 0)
            problems.Error(token.Column, $"a {unit.Name} is missing here", $"write {unit.Range}");
        else
            problems.Error(token.Column, $"'{token.Text}' is not {(unit == CronUnit.Hour ? "an" : "a")} {unit.Name}", $"write {unit.Range}");
        return null;
    }

    private static int? Step(CronToken token, CronProblems problems)
    {
        if (int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step is > 0 and < 1000)
            return step;
        problems.Error(token.Column, $"'{token.Text}' is not a step", "write a whole number from 1");
        return null;
    }

    /// <summary>A step counts along the range, also where that wraps.</summary>
    private static ulong Bits(int first, int length, int step, CronUnit unit)
    {
        var bits = 0UL;
        for (var i = 0; i < length; i += step)
            bits |= 1UL << (unit.Min + ((first - unit.Min + i) % unit.Count));
        return bits;
    }
}

using System.Globalization;
using NodaTime.Text;

namespace Daybook.Schedules.Words;

/// <summary>Says which of its date's occurrences one is.</summary>
internal static class SlotWords
{
    /// <summary>The length of <c>HH:MM:SS</c>.</summary>
    private const int TimeLength = 8;

    /// <summary>Whether the slot is a time of day; else it is an instant, with or without a word before it.</summary>
    public static bool IsTime(string slot) => slot.Length == TimeLength;

    /// <summary>Whether a person asked for it, beside what the rule names.</summary>
    public static bool IsAskedFor(string slot) => !char.IsAsciiDigit(slot[0]);

    /// <summary>An occurrence among all of its schedule, as a sentence goes on after it: <c>2026-05-04, 18:00,</c>; an instant says its date itself.</summary>
    public static string Of(DateOnly date, string slot) =>
        char.IsAsciiDigit(slot[0]) && !IsTime(slot) ? Of(slot) : string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}, {Of(slot)},");

    /// <returns><c>18:00</c>; an instant as it is; <c>asked for at …</c> for one that a person wanted.</returns>
    public static string Of(string slot)
    {
        if (IsTime(slot))
            return slot.EndsWith(":00", StringComparison.Ordinal) ? slot[..5] : slot;
        return slot.IndexOf(':', StringComparison.Ordinal) is var colon && InstantPattern.ExtendedIso.Parse(slot[(colon + 1)..]) is { Success: true } asked
            ? "asked for at " + asked.Value.ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : slot;
    }
}

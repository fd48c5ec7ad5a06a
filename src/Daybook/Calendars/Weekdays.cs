using NodaTime;

namespace Daybook.Calendars;

/// <summary>A set of days of the week.</summary>
/// <param name="Bits">Bit 1 is Monday, bit 7 Sunday, as in ISO 8601.</param>
internal readonly record struct Weekdays(int Bits)
{
    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static Weekdays None => default;

    public static Weekdays SaturdayAndSunday => Of(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);

    public static Weekdays MondayToFriday => new(0b0011_1110);

    public int Count => int.PopCount(Bits);

    /// <summary>Monday first.</summary>
    public IEnumerable<IsoDayOfWeek> Days
    {
        get
        {
            for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
            {
                if (Contains(day))
                    yield return day;
            }
        }
    }

    public static Weekdays Of(params IEnumerable<IsoDayOfWeek> days) => new(days.Aggregate(0, (bits, day) => bits | (1 << (int)day)));

    public bool Contains(IsoDayOfWeek day) => (Bits & (1 << (int)day)) != 0;

    /// <summary>Null when the text names no day; <c>MO</c>, <c>MON</c> and <c>Monday</c> do, in any case.</summary>
    public static IsoDayOfWeek? Day(string text)
    {
        var found = Array.FindIndex(Names, name => text.Length is 2 or 3
            ? name.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            : name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : (IsoDayOfWeek)(found + 1);
    }

    /// <summary><c>MO</c> to <c>SU</c>.</summary>
    public static string ShortNameOf(IsoDayOfWeek day) => NameOf(day)[..2].ToUpperInvariant();

    public static string NameOf(IsoDayOfWeek day) => Names[(int)day - 1];
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Input;

/// <summary>Dates, times, instants and durations as inputs write them.</summary>
internal static class FieldText
{
    private static readonly LocalTimePattern[] TimePatterns =
        [LocalTimePattern.CreateWithInvariantCulture("HH:mm"), LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss")];

    private static readonly LocalDatePattern[] DatePatterns = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd")];

    private static readonly OffsetDateTimePattern[] InstantPatterns =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
    ];

    private static readonly LocalTimePattern SlotPattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    /// <summary><c>HH:MM:SS</c>.</summary>
    public static string Of(LocalTime time) => SlotPattern.Format(time);

    /// <summary><c>HH:MM</c>, with seconds only where there are some.</summary>
    public static string Short(LocalTime time) => TimePatterns[time.Second == 0 ? 0 : 1].Format(time);

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Of(Instant instant) => InstantPattern.General.Format(instant);

    /// <summary>A range of the day: <c>22:00-06:00</c>.</summary>
    public static string Of(LocalTime start, LocalTime end) => $"{Short(start)}-{Short(end)}";

    /// <summary>Hours, minutes and seconds, such as <c>PT36H</c>: never days, which schedules do not take as a length.</summary>
    public static string Of(Duration duration)
    {
        if (duration == NodaTime.Duration.Zero)
            return "PT0S";
        var (hours, rest) = (Math.Truncate(duration.TotalHours), duration.Minutes);
        var seconds = duration.Seconds + (duration.SubsecondNanoseconds / 1e9m);
        return string.Create(CultureInfo.InvariantCulture, $"PT{(hours == 0 ? "" : $"{hours:0}H")}{(rest == 0 ? "" : $"{rest}M")}{(seconds == 0 ? "" : $"{seconds:0.#########}S")}");
    }

    /// <summary>As a person says it: <c>5 minutes</c>.</summary>
    public static string InWords(Duration duration) => duration.TotalSeconds switch
    {
        1 => "1 second",
        < 120 and var seconds => $"{seconds} seconds",
        < 7200 and not 3600 and var seconds when seconds % 60 == 0 => $"{seconds / 60} minutes",
        3600 => "1 hour",
        var seconds when seconds % 3600 == 0 => $"{seconds / 3600} hours",
        var seconds => $"{duration.Days * 24 + duration.Hours}:{duration.Minutes:00}:{seconds % 60:00} hours",
    };

    /// <summary>What <see cref="Time"/> refuses, and why.</summary>
    public static (string Message, string Advice) NotATime(string text) => text.StartsWith("24", StringComparison.Ordinal)
        ? ($"'{text}' is not a time of day; hours go from 00 to 23", "write 00:00 of the date after")
        : text.Length is 5 or 8 && text[2] == ':' && text.All(letter => letter == ':' || char.IsAsciiDigit(letter))
            ? ($"'{text}' is not a time of day; hours go from 00 to 23, minutes and seconds from 00 to 59", "write it as 18:00 or 18:00:30")
            : ($"'{text}' is not a time of day", "write it as 18:00 or 18:00:30");

    public static LocalTime? Time(string text) => First(TimePatterns, text);

    public static LocalDate? Date(string text) => First(DatePatterns, text);

    public static Instant? Instant(string text) => First(InstantPatterns, text.Replace(' ', 'T')) is { } given ? Instant(given) : null;

    /// <returns>Null for one that lies, by its offset, beyond the last or before the first.</returns>
    public static Instant? Instant(OffsetDateTime given)
    {
        try
        {
            return given.ToInstant();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <param name="allowsDays">Whether <c>P1D</c> and <c>P1W</c> are taken, as 24 hours and seven times that.</param>
    public static Duration? Duration(string text, bool allowsDays) =>
        PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: var written }
        && written is { Years: 0, Months: 0 } && (allowsDays || !text.Split('T')[0].AsSpan(1).ContainsAnyInRange('0', '9'))
            ? written.ToDuration()
            : null;

    private static T? First<T>(IEnumerable<IPattern<T>> patterns, string text)
        where T : struct
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: var value })
                return value;
        }

        return null;
    }
}

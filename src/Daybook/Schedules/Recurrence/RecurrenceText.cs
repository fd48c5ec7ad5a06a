using NodaTime;
using NodaTime.Text;

namespace Daybook.Schedules.Recurrence;

/// <summary>Dates and times as RFC 5545 writes them.</summary>
internal static class RecurrenceText
{
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern DateTimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary><c>20260610</c>; null for anything else.</summary>
    public static LocalDate? Date(string text) => DatePattern.Parse(text) is { Success: true, Value: var date } ? date : null;

    /// <summary><c>20260610T180000</c>; null for anything else, a <c>Z</c> included.</summary>
    public static LocalDateTime? DateTime(string text) => DateTimePattern.Parse(text) is { Success: true, Value: var time } ? time : null;

    /// <returns>Null when the text is none of the three forms.</returns>
    public static RecurrenceEnd? Until(string text)
    {
        if (Date(text) is { } date)
            return new RecurrenceEnd(date, null, null);
        if (DateTime(text) is { } local)
            return new RecurrenceEnd(local.Date, local, null);
        return text.EndsWith('Z') && DateTime(text[..^1]) is { } utc
            ? new RecurrenceEnd(utc.Date.PlusDays(1), null, utc.InUtc().ToInstant())
            : null;
    }
}

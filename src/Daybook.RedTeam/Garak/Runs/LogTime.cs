using NodaTime;
using NodaTime.Text;

namespace Daybook.RedTeam;

/// <summary>A time as a log gives it.</summary>
/// <param name="Instant">Null when there is none or it cannot be read.</param>
internal readonly record struct LogTime(Instant? Instant, TimeQuality Quality)
{
    private static readonly LocalDateTimePattern Naive = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF");

    public static LogTime Missing { get; } = new(null, TimeQuality.Missing);

    /// <summary>A time outside this century is a mistake of whoever wrote it.</summary>
    /// <param name="zone">
    /// Of times without a zone. A time that a clock change repeats is taken as the first of the two; one that it skips moves forward.
    /// </param>
    public static LogTime Parse(string? text, DateTimeZone zone)
    {
        if (text is null)
            return Missing;
        var iso = text.Length > 10 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text;
        if (OffsetDateTimePattern.ExtendedIso.Parse(iso) is { Success: true, Value: { Year: >= 2000 and < 2100 } withOffset })
            return new LogTime(withOffset.ToInstant(), TimeQuality.Exact);
        return Naive.Parse(iso) is { Success: true, Value: { Year: >= 2000 and < 2100 } local }
            ? new LogTime(local.InZoneLeniently(zone).ToInstant(), TimeQuality.NaiveAssumedZone)
            : Missing;
    }
}

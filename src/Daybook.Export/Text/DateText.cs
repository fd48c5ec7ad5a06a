using System.Globalization;
using Daybook.Documents;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Export;

/// <summary>Dates as people read them. Instants are shown in the report's zone; where the zone is unknown, with their own offset.</summary>
internal static class DateText
{
    private static readonly ZonedDateTimePattern DateAndTime = Pattern("d MMMM uuuu HH:mm");
    private static readonly ZonedDateTimePattern TimeOnly = Pattern("HH:mm");
    private static readonly ZonedDateTimePattern Full = Pattern("d MMMM uuuu HH:mm:ss x");

    /// <summary><c>Monday, 4 May 2026</c></summary>
    public static string Long(DateOnly date) => date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>4 May 2026</c></summary>
    public static string Short(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>4 May 2026, 08:00–20:00 (Europe/London)</c> or <c>4 May 2026 20:00 – 5 May 2026 08:00 (…)</c>; null without a period.</summary>
    public static string? Period(DocumentMetadata metadata)
    {
        if (metadata is not { PeriodStart: { } periodStart, PeriodEnd: { } periodEnd })
            return null;
        var start = InZone(periodStart, metadata.Zone);
        var end = InZone(periodEnd, metadata.Zone);
        var range = start.Date == end.Date
            ? $"{start.Date.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)}, {TimeOnly.Format(start)}–{TimeOnly.Format(end)}"
            : $"{DateAndTime.Format(start)} – {DateAndTime.Format(end)}";
        return $"{range} ({metadata.Zone})";
    }

    /// <summary><c>4 May 2026 18:00:07 EDT (22:00:07 UTC)</c></summary>
    public static string Generated(DocumentMetadata metadata)
    {
        var local = InZone(metadata.GeneratedAt, metadata.Zone);
        var text = Full.Format(local);
        return local.Offset == Offset.Zero
            ? text
            : $"{text} ({metadata.GeneratedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC)";
    }

    private static ZonedDateTime InZone(DateTimeOffset instant, string zone) =>
        ZoneProvider.InUse.GetZoneOrNull(zone) is { } known
            ? Instant.FromDateTimeOffset(instant).InZone(known)
            : ZonedDateTime.FromDateTimeOffset(instant);

    private static ZonedDateTimePattern Pattern(string text) => ZonedDateTimePattern.CreateWithInvariantCulture(text, ZoneProvider.InUse);
}

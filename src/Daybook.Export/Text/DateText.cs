using System.Globalization;
using Daybook.Documents;
using NodaTime;

namespace Daybook.Export;

/// <summary>Dates as people read them. Instants are shown in the report's zone; where the zone is unknown, with their own offset.</summary>
internal static class DateText
{
    /// <summary><c>2026-05-04</c>, or as the locale writes it.</summary>
    public static string Numeric(DateOnly date, DocumentLocale? locale) => locale?.Date(date) ?? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The business date: <c>Monday, 4 May 2026</c>; in figures where the document has a locale.</summary>
    public static string Long(DocumentMetadata metadata) =>
        DocumentLocale.Find(metadata.Locale)?.Date(metadata.BusinessDate) ?? metadata.BusinessDate.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The business date: <c>4 May 2026</c>; in figures where the document has a locale.</summary>
    public static string Short(DocumentMetadata metadata) => Short(metadata.BusinessDate, metadata);

    /// <summary><c>4 May 2026, 08:00–20:00 (Europe/London)</c> or <c>4 May 2026 20:00 – 5 May 2026 08:00 (…)</c>; null without a period.</summary>
    public static string? Period(DocumentMetadata metadata)
    {
        if (metadata is not { PeriodStart: { } periodStart, PeriodEnd: { } periodEnd })
            return null;
        var start = InZone(periodStart, metadata.Zone);
        var end = InZone(periodEnd, metadata.Zone);
        var range = start.Date == end.Date
            ? $"{Short(start, metadata)}, {Text(start, "HH:mm")}–{Text(end, "HH:mm")}"
            : $"{Short(start, metadata)} {Text(start, "HH:mm")} – {Short(end, metadata)} {Text(end, "HH:mm")}";
        return $"{range} ({metadata.Zone})";
    }

    /// <summary><c>4 May 2026 18:00:07 EDT (22:00:07 UTC)</c></summary>
    public static string Generated(DocumentMetadata metadata)
    {
        var local = InZone(metadata.GeneratedAt, metadata.Zone);
        var text = $"{Short(local, metadata)} {Text(local, "HH:mm:ss")} {local.GetZoneInterval().Name}";
        return local.Offset == Offset.Zero
            ? text
            : $"{text} ({InstantText.Of(metadata.GeneratedAt.ToUniversalTime(), DocumentLocale.Find(metadata.Locale))})";
    }

    /// <summary><c>4 May 2026 18:00 EDT</c>; the date in figures where the document has a locale.</summary>
    public static string Minute(DateTimeOffset instant, DocumentMetadata metadata)
    {
        var local = InZone(instant, metadata.Zone);
        return $"{Short(local, metadata)} {Text(local, "HH:mm")} {local.GetZoneInterval().Name}";
    }

    private static string Short(ZonedDateTime time, DocumentMetadata metadata) => Short(time.Date.ToDateOnly(), metadata);

    private static string Short(DateOnly date, DocumentMetadata metadata) => DocumentLocale.Find(metadata.Locale)?.Date(date) ?? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static ZonedDateTime InZone(DateTimeOffset instant, string zone) =>
        ZoneProvider.InUse.GetZoneOrNull(zone) is { } known
            ? Instant.FromDateTimeOffset(instant).InZone(known)
            : ZonedDateTime.FromDateTimeOffset(instant);

    private static string Text(ZonedDateTime time, string format) => time.ToDateTimeUnspecified().ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Names and values of a document's metadata, in the order people read them.</summary>
internal static class MetadataLines
{
    public static IEnumerable<(string Name, string Value)> Cover(DocumentMetadata metadata, ExportOptions options)
    {
        if (metadata.Subtitle is { } subtitle)
            yield return ("Report", subtitle);
        yield return ("Business date", metadata.BusinessDate.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture));
        if (metadata is { PeriodStart: { } start, PeriodEnd: { } end })
            yield return ("Period", Period(start, end, metadata.Zone));
        if (metadata.Shift is { } shift)
            yield return ("Shift", shift);
        if (metadata.Operator is { } person)
            yield return ("Operator", person);
        yield return ("Status", StatusText.Of(metadata.Status));
        if ((options.Classification ?? metadata.Classification) is { } classification)
            yield return ("Classification", classification);
    }

    /// <summary>Where the report comes from; missing values are <c>N/A</c>.</summary>
    public static IEnumerable<(string Name, string Value)> Origin(DocumentMetadata metadata)
    {
        yield return ("Template", $"{metadata.TemplateName} ({metadata.TemplateId})");
        yield return ("Version", metadata.TemplateVersion);
        yield return ("Author", metadata.TemplateAuthor ?? "N/A");
        yield return ("Generated", InstantText.Of(metadata.GeneratedAt)
            + (metadata.GeneratedAt.Offset == TimeSpan.Zero ? "" : $" ({InstantText.Of(metadata.GeneratedAt.ToUniversalTime())})"));
        yield return ("Zone", metadata.Zone);
    }

    private static string Period(DateTimeOffset start, DateTimeOffset end, string zone) => string.Create(
        CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd HH:mm} to {end:yyyy-MM-dd HH:mm} ({zone})");
}

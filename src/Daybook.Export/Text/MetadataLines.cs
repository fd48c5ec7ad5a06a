using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Names and values of a document's metadata, in the order people read them.</summary>
internal static class MetadataLines
{
    public static IEnumerable<(string Name, string Value)> Cover(DocumentMetadata metadata, ExportOptions options)
    {
        if (metadata.Subtitle is { } subtitle)
            yield return ("Report", subtitle);
        foreach (var fact in Facts(metadata))
            yield return fact;
        yield return ("Status", StatusText.Of(metadata.Status));
        if ((options.Classification ?? metadata.Classification) is { } classification)
            yield return ("Classification", classification);
    }

    /// <summary>What stands on the cover of a paged file, where the title has its own place.</summary>
    public static IEnumerable<(string Name, string Value)> OfCover(DocumentMetadata metadata, ExportOptions options)
    {
        foreach (var fact in Facts(metadata))
            yield return fact;
        yield return ("Template", $"{metadata.TemplateName}, version {metadata.TemplateVersion}");
        yield return ("Generated", DateText.Generated(metadata));
        yield return ("Status", StatusText.Of(metadata.Status));
        if ((options.Classification ?? metadata.Classification) is { Length: > 0 } classification)
            yield return ("Classification", classification);
    }

    /// <summary>Which day, period and shift the report is about, and who answers for it.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(DocumentMetadata metadata)
    {
        yield return ("Business date", DateText.Long(metadata));
        if (DateText.Period(metadata) is { } period)
            yield return ("Period", period);
        // Made ahead of its minute, a report cannot know what came after.
        if (metadata.PeriodEnd > metadata.GeneratedAt)
            yield return ("Data cut-off", DateText.Generated(metadata));
        if (metadata.Shift is { Length: > 0 } shift)
            yield return ("Shift", shift);
        if (metadata.Operator is { Length: > 0 } person)
            yield return ("Operator", person);
    }

    /// <summary>Where the report comes from; missing values are <c>N/A</c>.</summary>
    public static IEnumerable<(string Name, string Value)> Origin(DocumentMetadata metadata)
    {
        yield return ("Template", $"{metadata.TemplateName} ({metadata.TemplateId})");
        yield return ("Version", metadata.TemplateVersion);
        yield return ("Author", string.IsNullOrWhiteSpace(metadata.TemplateAuthor) ? "N/A" : metadata.TemplateAuthor);
        yield return ("Generated", DateText.Generated(metadata));
        yield return ("Zone", metadata.Zone);
    }
}

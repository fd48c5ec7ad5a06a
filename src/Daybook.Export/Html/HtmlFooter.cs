using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Where the report comes from: template, author, when it was made.</summary>
internal static class HtmlFooter
{
    public static void Write(HtmlWriter writer, DocumentMetadata metadata, bool includeMetadata, string? classification)
    {
        writer.Raw("<footer>\n"u8);
        if (includeMetadata)
        {
            writer.Raw("<dl class=\"facts\">\n"u8);
            foreach (var (name, value) in MetadataLines.Origin(metadata))
                HtmlCover.Fact(writer, name, value);
            writer.Raw("</dl>\n"u8);
        }

        HtmlCover.Classification(writer, classification);
        writer.Raw("</footer>\n"u8);
    }
}

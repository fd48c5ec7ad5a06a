using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Where the report comes from: template, author, when it was made.</summary>
internal sealed class HtmlFooter(HtmlWriter writer)
{
    private const string Missing = "N/A";

    public void Write(DocumentMetadata metadata, bool includeMetadata, string? classification)
    {
        writer.Raw("<footer>\n"u8);
        if (includeMetadata)
        {
            writer.Raw("<dl class=\"facts\">\n"u8);
            Fact("Template", metadata.TemplateName);
            Fact("Template id", metadata.TemplateId);
            Fact("Version", metadata.TemplateVersion);
            Fact("Author", metadata.TemplateAuthor);
            Fact("Generated", DateText.Generated(metadata));
            writer.Raw("</dl>\n"u8);
        }

        HtmlCover.Classification(writer, classification);
        writer.Raw("</footer>\n"u8);
    }

    private void Fact(string name, string? value) => writer.Raw("<div><dt>"u8).Raw(name).Raw("</dt><dd>"u8)
        .Text(string.IsNullOrWhiteSpace(value) ? Missing : value).Raw("</dd></div>\n"u8);
}

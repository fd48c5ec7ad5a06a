using Daybook.Documents;

namespace Daybook.Export;

/// <summary>What stands above the sections: classification, title, the facts a reader needs first, and whether the report is whole.</summary>
internal sealed class HtmlCover(HtmlWriter writer, ReportDocument document, Anchors anchors)
{
    public void Write(string? classification, ThemeLogo? logo)
    {
        var metadata = document.Metadata;
        writer.Raw("<header>\n"u8);
        Classification(writer, classification);
        writer.Raw("<div class=\"cover\">\n"u8);
        if (logo is not null)
        {
            writer.Raw("<p class=\"logo\"><img"u8).Attribute("alt"u8, logo.AltText).Raw(" src=\"data:"u8).Raw(logo.MediaType).Raw(";base64,"u8)
                .Raw(Convert.ToBase64String(logo.Content.AsSpan())).Raw("\" /></p>\n"u8);
        }

        if (metadata.TemplateName != metadata.Title)
            writer.Raw("<p class=\"kicker\">"u8).Text(metadata.TemplateName).Raw("</p>\n"u8);
        writer.Raw("<h1>"u8).Text(metadata.Title).Raw("</h1>\n"u8);
        if (metadata.Subtitle is { Length: > 0 } subtitle)
            writer.Raw("<p class=\"subtitle\">"u8).Text(subtitle).Raw("</p>\n"u8);
        writer.Raw("<dl class=\"facts\">\n"u8);
        foreach (var (name, value) in MetadataLines.Facts(metadata))
            Fact(writer, name, value);
        writer.Raw("<div><dt>Status</dt><dd><span class=\"status "u8)
            .Raw(metadata.Status == ReportStatus.Completed ? "ok"u8 : "errors"u8).Raw("\">"u8).Text(StatusText.Of(metadata.Status)).Raw("</span></dd></div>\n</dl>\n"u8);
        if (metadata.Status == ReportStatus.CompletedWithErrors)
            Errors();
        writer.Raw("</div>\n</header>\n"u8);
    }

    public static void Classification(HtmlWriter writer, string? classification)
    {
        if (classification is { Length: > 0 })
            writer.Raw("<p class=\"classification\"><span class=\"sr\">Classification: </span>"u8).Text(classification).Raw("</p>\n"u8);
    }

    public static void Fact(HtmlWriter writer, string name, string value) =>
        writer.Raw("<div><dt>"u8).Text(name).Raw("</dt><dd>"u8).Text(value).Raw("</dd></div>\n"u8);

    private void Errors()
    {
        writer.Raw("<div class=\"state failed\" role=\"note\"><p class=\"state-title\">This report is not complete</p>"u8);
        foreach (var (words, sections) in Shortcomings.Of(document))
        {
            writer.Raw("<p>"u8).Text(words);
            for (var i = 0; i < sections.Length; i++)
            {
                writer.Raw(i == 0 ? "<a"u8 : ", <a"u8).Attribute("href"u8, "#" + anchors.Of(sections[i])).Raw(">"u8)
                    .Text(sections[i].Title ?? sections[i].Id).Raw("</a>"u8);
            }

            writer.Raw(sections.IsEmpty ? "</p>"u8 : ".</p>"u8);
        }

        writer.Raw("</div>\n"u8);
    }
}

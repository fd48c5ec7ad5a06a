using Daybook.Documents;

namespace Daybook.Export;

internal sealed class HtmlSection(HtmlWriter writer, Anchors anchors, ExportOptions options)
{
    public void Write(Section section, HeadingLevels parent, Action<HeadingLevels> writeBlocks)
    {
        var anchor = anchors.Of(section);
        var levels = parent;
        writer.Raw("<section"u8).Attribute("id"u8, anchor);
        if (section.Title is { Length: > 0 } title)
        {
            levels = parent.Nested();
            var level = levels.SectionLevel;
            writer.Attribute("aria-labelledby"u8, "_" + anchor).Raw("><h"u8).Number(level).Attribute("id"u8, "_" + anchor).Raw(">"u8);
            if (SectionIcon.IsDecoration(section.Icon))
                writer.Raw("<span class=\"icon\" aria-hidden=\"true\">"u8).Text(section.Icon).Raw("</span>"u8);
            writer.Text(title).Raw("</h"u8).Number(level).Raw(">\n"u8);
        }
        else
        {
            writer.Raw(">\n"u8);
        }

        State(section);
        if (AnalysisRemark.Of(section) is { } remark)
            writer.Raw("<p class=\"remark\">"u8).Text(remark).Raw("</p>\n"u8);
        writeBlocks(levels);
        if (options.IncludeMetadata && !section.Sources.IsDefaultOrEmpty)
            Sources(section);
        writer.Raw("</section>\n"u8);
    }

    private void State(Section section)
    {
        switch (section.Status)
        {
            case SectionStatus.Failed:
                writer.Raw("<div class=\"state failed\" role=\"note\"><p class=\"state-title\">This section could not be made</p><p>"u8)
                    .Text(section.Reason ?? "No reason was given.").Raw("</p>"u8);
                if (section.ReasonCode is { } code)
                    writer.Raw("<p class=\"state-code\">Code: <code>"u8).Text(code).Raw("</code></p>"u8);
                writer.Raw("</div>\n"u8);
                break;
            case SectionStatus.Empty:
                writer.Raw("<div class=\"state empty\" role=\"note\"><p class=\"state-title\">No data</p><p>"u8)
                    .Text(section.Reason ?? "There was no data for this section.").Raw("</p></div>\n"u8);
                break;
            case SectionStatus.Ok:
                break;
        }
    }

    private void Sources(Section section)
    {
        writer.Raw("<p class=\"sources\">Computed from "u8);
        for (var i = 0; i < section.Sources.Length; i++)
            writer.Raw(i == 0 ? "<code>"u8 : ", <code>"u8).Text(section.Sources[i]).Raw("</code>"u8);
        writer.Raw("</p>\n"u8);
    }
}

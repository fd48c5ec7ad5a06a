using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The table of contents: every titled section, nested as they are, with a word beside those that failed or are empty.</summary>
internal sealed class HtmlContents(HtmlWriter writer, Anchors anchors)
{
    public void Write(ImmutableArray<Section> sections)
    {
        writer.Raw("<nav class=\"contents\" aria-labelledby=\"_contents\">\n<h2 id=\"_contents\">Contents</h2>\n"u8);
        Level(Titled(sections));
        writer.Raw("</nav>\n"u8);
    }

    private static IEnumerable<Section> Titled(IEnumerable<Section> sections) =>
        sections.SelectMany(s => s.Title is { Length: > 0 } ? [s] : Titled(s.Blocks.OfType<Section>()));

    private void Level(IEnumerable<Section> sections)
    {
        writer.Raw("<ol>\n"u8);
        foreach (var section in sections)
            Entry(section);

        writer.Raw("</ol>\n"u8);
    }

    private void Entry(Section section)
    {
        writer.Raw("<li><a"u8).Attribute("href"u8, "#" + anchors.Of(section)).Raw(">"u8).Text(section.Title).Raw("</a>"u8);
        if (section.Status == SectionStatus.Failed)
            writer.Raw(" <span class=\"tag failed\">failed</span>"u8);
        else if (section.Status == SectionStatus.Empty)
            writer.Raw(" <span class=\"tag\">no data</span>"u8);
        var nested = Titled(section.Blocks.OfType<Section>()).ToList();
        if (nested.Count > 0)
        {
            writer.Raw("\n"u8);
            Level(nested);
        }

        writer.Raw("</li>\n"u8);
    }
}

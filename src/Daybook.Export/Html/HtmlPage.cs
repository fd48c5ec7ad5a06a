using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The page around the sections: head, cover, contents and footer.</summary>
internal sealed class HtmlPage
{
    private readonly HtmlWriter _writer;
    private readonly ReportDocument _document;
    private readonly ExportOptions _options;
    private readonly Theme _theme;
    private readonly Anchors _anchors;
    private readonly HtmlBlocks _blocks;
    private readonly HeadingLevels _levels = new(sectionLevel: 1);
    private readonly string? _classification;

    public HtmlPage(HtmlWriter writer, ReportDocument document, ExportOptions options)
    {
        (_writer, _document, _options, _theme) = (writer, document, options, options.Theme);
        _anchors = new Anchors(document);
        _blocks = new HtmlBlocks(writer, _anchors, options);
        _classification = options.Classification ?? document.Metadata.Classification;
    }

    public void Begin()
    {
        Head();
        _writer.Raw("<body>\n<a class=\"skip\" href=\"#_report\">Skip to the report</a>\n"u8);
        new HtmlCover(_writer, _document, _anchors).Write(_classification, _theme.Logo);
        var hasContents = _options.IncludeTableOfContents && _document.Sections.Any(s => s.Title is { Length: > 0 });
        _writer.Raw(hasContents ? "<div class=\"layout\">\n"u8 : "<div class=\"layout plain\">\n"u8);
        if (hasContents)
            new HtmlContents(_writer, _anchors).Write(_document.Sections);
        _writer.Raw("<main id=\"_report\">\n"u8);
        if (_document.Sections.IsEmpty)
            _writer.Raw("<p class=\"remark\">This report has no sections.</p>\n"u8);
    }

    public void Section(Section section) => section.Accept(_blocks, _levels);

    public void End()
    {
        _writer.Raw("</main>\n</div>\n"u8);
        HtmlFooter.Write(_writer, _document.Metadata, _options.IncludeMetadata, _classification);
        _writer.Raw("</body>\n</html>\n"u8);
    }

    private void Head()
    {
        var metadata = _document.Metadata;
        StyleSheet[] styles = _classification is { Length: > 0 } text ? [StyleSheet.For(_theme), StyleSheet.ForPrint(text, _theme)] : [StyleSheet.For(_theme)];
        _writer.Raw("<!DOCTYPE html>\n<html"u8).Attribute("lang"u8, metadata.Language);
        if (ReadingDirection.IsRightToLeft(metadata.Language))
            _writer.Raw(" dir=\"rtl\""u8);
        _writer.Raw("""
            >
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 
            """u8).Raw(string.Join(' ', styles.Select(s => s.CspSource))).Raw("""
            ; img-src data:; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="referrer" content="no-referrer" />
            <meta name="generator" content="Daybook" />
            <title>
            """u8).PlainText($"{metadata.Title} · {DateText.Short(metadata)}").Raw("</title>\n"u8);
        foreach (var style in styles)
            _writer.Raw("<style>"u8).Raw(style.Text.Span).Raw("</style>\n"u8);
        _writer.Raw("</head>\n"u8);
    }
}

using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>What everything that makes a PDF of one report shares. One for each export; not for several threads.</summary>
internal sealed class PdfSetting(PdfWriter writer, PdfExportOptions options, PdfStyles styles, TextShaper shaper, Anchors anchors, PageFiller filler, PageShape shape)
{
    /// <summary>A width that no line reaches, in points.</summary>
    public const double OneLine = 100_000;

    public PdfWriter Writer => writer;

    public PdfExportOptions Options => options;

    public PdfStyles Styles => styles;

    public TextShaper Shaper => shaper;

    public Anchors Anchors => anchors;

    public PageFiller Filler => filler;

    /// <summary>Of pages that nothing turns.</summary>
    public PageShape Shape => shape;

    public InlineSpans Inlines { get; } = new(styles, anchors);

    /// <summary>In the order of the file.</summary>
    public List<PdfPage> Pages { get; } = [];

    /// <summary>What could not be shown as it should, in the order it was met.</summary>
    public List<ExportNote> Notes { get; } = [];

    /// <summary>A text of one style, with hidden characters made visible.</summary>
    public TextBlock Lay(string text, TextStyle style, ThemeColor color, double width, TextLayoutOptions? layout = null)
    {
        var spans = new List<TextSpan>();
        VisibleText.Add(spans, text, new TextSpan(text, style, styles[color]), styles);
        return shaper.Lay(spans, width, layout ?? TextLayoutOptions.Default);
    }
}

using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>How the text of an inline looks where it stands.</summary>
internal readonly record struct InlineStyle(TextStyle Style, PdfColor Color)
{
    public bool Strikethrough { get; init; }

    public LinkTag? Link { get; init; }

    public TextSpan Span(string text) => new(text, Style, Color) { Strikethrough = Strikethrough, Tag = Link, Underline = Link is not null };
}

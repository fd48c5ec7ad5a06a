namespace Daybook.Pdf;

public sealed partial class PdfCanvas
{
    /// <summary>Draws a block with its top left corner at the given place.</summary>
    public void DrawText(TextBlock block, double left, double top)
    {
        foreach (var line in block.Lines)
            DrawLine(line, left, top);
    }

    /// <summary>Draws a line where it is in its block, the block's top left corner being at the given place.</summary>
    public void DrawLine(TextLine line, double left, double top)
    {
        foreach (var piece in line.Pieces)
            DrawPiece(line, piece, left, top);
    }

    /// <inheritdoc cref="DrawLine"/>
    public void DrawPiece(TextLine line, TextPiece piece, double left, double top)
    {
        var span = piece.Span;
        var (size, face) = (span.Style.Size, span.Style.Face);
        var (x, baseline) = (left + piece.Left, top + line.Baseline - span.Rise);
        if (span.Background is { } background)
        {
            Paint();
            SetFill(background, state.FillOpacity);
            content.Numbers(x, baseline - face.Ascent * size, piece.Width, (face.Ascent - face.Descent) * size).Raw("re f\n"u8);
        }

        SetFill(span.Color, state.FillOpacity);
        new TextPen(content, this, span.Style, x, baseline).Show(piece.Words, piece.RightToLeft);
        if (span.Underline)
            Rule(x, baseline - face.UnderlinePosition * size, piece.Width, face.UnderlineThickness * size);
        if (span.Strikethrough)
            Rule(x, baseline - 0.55 * face.XHeight * size, piece.Width, face.UnderlineThickness * size);
    }

    /// <summary>Chooses a font; nothing is written where it is chosen already.</summary>
    internal EmbeddedFont SetFont(FontFace face, double size)
    {
        if (state.Font is { } current && ReferenceEquals(current.Face, face) && state.FontSize == size)
            return current;
        var font = writer.Embed(face);
        resources.AddFont(font.Name, font.Number);
        content.Name(font.Name).Byte((byte)' ').Number(size).Raw(" Tf\n"u8);
        (state.Font, state.FontSize) = (font, size);
        return font;
    }

    /// <summary>Says what the glyphs that follow stand for, where they cannot say it one by one.</summary>
    internal void BeginActualText(string text)
    {
        if (marks is not null)
            marks.BeginActualText(content, text);
        else
            content.Raw("/Span<</ActualText"u8).Text(text).Raw(">>BDC\n"u8);
    }

    internal void EndActualText()
    {
        if (marks is not null)
            marks.EndActualText(content);
        else
            content.Raw("EMC\n"u8);
    }

    private void Rule(double left, double middle, double width, double thickness)
    {
        Paint();
        content.Numbers(left, middle - thickness / 2, width, thickness).Raw("re f\n"u8);
    }
}

using System.Text;

namespace Daybook.Pdf;

/// <summary>Writes the glyphs of a piece of text into a content stream.</summary>
internal ref struct TextPen(ByteWriter content, PdfCanvas canvas, TextStyle style, double x, double baseline)
{
    private EmbeddedFont? font;
    private bool placed;
    private bool inArray;
    private bool inString;

    /// <summary>The move still owed, in thousandths of the em, against the direction of writing.</summary>
    private double owed;

    public void Show(ReadOnlySpan<ShapedWord> words)
    {
        foreach (var word in words)
        {
            foreach (var run in word.Runs)
                Show(run);
        }

        EndArray();
    }

    private void Show(ShapedRun run)
    {
        if (font is null || !ReferenceEquals(font.Face, run.Face))
        {
            EndArray();
            font = canvas.SetFont(run.Face, style.Size);
        }

        if (!placed)
        {
            content.Raw("1 0 0 -1 "u8).Numbers(x, baseline).Raw("Tm\n"u8);
            placed = true;
        }

        if (run.NeedsActualText)
        {
            EndArray();
            content.Raw("/Span<</ActualText"u8).Hex([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(run.Text)]).Raw(">>BDC\n"u8);
        }

        var perEm = 1000.0 / run.Face.UnitsPerEm;
        var spacing = style.LetterSpacing * 1000 / style.Size;
        var glyphs = run.Glyphs;
        for (var i = 0; i < glyphs.Length; i++)
        {
            ref readonly var glyph = ref glyphs[i];
            var code = font.Code(glyph.Id, glyph.Unicode, run.Texts?[i], out var advance);
            if (run.HasOffsets && glyph.YOffset != 0)
                Rise(glyph.YOffset * style.Size / run.Face.UnitsPerEm);
            owed -= glyph.XOffset * perEm;
            Glyph(code);
            owed += (glyph.XOffset + advance - glyph.Advance) * perEm - (glyph.Advance > 0 ? spacing : 0);
            if (run.HasOffsets && glyph.YOffset != 0)
                Rise(0);
        }

        if (run.NeedsActualText)
        {
            EndArray();
            content.Raw("EMC\n"u8);
        }
    }

    private void Rise(double points)
    {
        EndArray();
        content.Number(points).Raw(" Ts\n"u8);
    }

    private void Glyph(ushort code)
    {
        if (!inArray)
        {
            content.Byte((byte)'[');
            inArray = true;
        }

        if (Math.Abs(owed) >= 0.5)
        {
            var move = Math.Round(owed, MidpointRounding.AwayFromZero);
            EndString();
            content.Number((long)move);
            owed -= move;
        }

        if (!inString)
        {
            content.Byte((byte)'(');
            inString = true;
        }

        content.LiteralByte((byte)(code >> 8));
        content.LiteralByte((byte)code);
    }

    private void EndString()
    {
        if (inString)
            content.Byte((byte)')');
        inString = false;
    }

    private void EndArray()
    {
        EndString();
        if (inArray)
            content.Raw("]TJ\n"u8);
        inArray = false;
    }
}

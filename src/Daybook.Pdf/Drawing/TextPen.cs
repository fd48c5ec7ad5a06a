namespace Daybook.Pdf;

/// <summary>Writes the glyphs of a piece of text into a content stream.</summary>
internal ref struct TextPen(ByteWriter content, PdfCanvas canvas, TextStyle style, double x, double baseline)
{
    private double left = x;
    private EmbeddedFont? font;
    private bool inText;
    private bool inArray;
    private bool inString;

    /// <summary>The move still owed, in thousandths of the em, against the direction of writing.</summary>
    private double owed;

    /// <summary>
    /// Shows words that stand side by side. What runs right to left is shown in the order it is read, each glyph left of the one before, so
    /// that readers that follow the content need not turn it round.
    /// </summary>
    /// <param name="words">From left to right.</param>
    public void Show(ReadOnlySpan<ShapedWord> words, bool rightToLeft)
    {
        if (rightToLeft)
        {
            foreach (var word in words)
                left += word.WidthIn(style);
            for (var i = words.Length - 1; i >= 0; i--)
            {
                for (var k = words[i].Runs.Length - 1; k >= 0; k--)
                    Show(words[i].Runs[k], true);
            }
        }
        else
        {
            foreach (var word in words)
            {
                foreach (var run in word.Runs)
                    Show(run, false);
            }
        }

        EndText();
    }

    private void Show(ShapedRun run, bool rightToLeft)
    {
        if (run.NeedsActualText)
        {
            EndText();
            canvas.BeginActualText(run.Text);
        }

        if (font is null || !ReferenceEquals(font.Face, run.Face))
        {
            EndArray();
            font = canvas.SetFont(run.Face, style.Size);
        }

        if (!inText)
        {
            canvas.Paint();
            content.Raw("BT 1 0 0 -1 "u8).Numbers(left, baseline).Raw("Tm\n"u8);
            inText = true;
        }

        var perEm = 1000.0 / run.Face.UnitsPerEm;
        var spacing = style.LetterSpacing * 1000 / style.Size;
        var glyphs = run.Glyphs;
        var units = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var place = rightToLeft ? glyphs.Length - 1 - i : i;
            ref readonly var glyph = ref glyphs[place];
            var code = font.Code(glyph.Id, glyph.Unicode, run.Texts?[place], out var nominal);
            var advance = glyph.Advance * perEm;
            if (glyph.Advance > 0)
            {
                advance += spacing;
                left += rightToLeft ? -style.LetterSpacing : style.LetterSpacing;
            }

            units += glyph.Advance;
            if (rightToLeft)
                owed += advance;
            Show(code, glyph, perEm);
            owed += nominal * perEm - (rightToLeft ? 0 : advance);
        }

        left += (rightToLeft ? -units : units) * style.Size / run.Face.UnitsPerEm;
        if (run.NeedsActualText)
        {
            EndText();
            canvas.EndActualText();
        }
    }

    private void Show(ushort code, in ShapedGlyph glyph, double perEm)
    {
        if (glyph.YOffset != 0)
            Rise(glyph.YOffset * perEm * style.Size / 1000);
        owed -= glyph.XOffset * perEm;
        Glyph(code);
        owed += glyph.XOffset * perEm;
        if (glyph.YOffset != 0)
            Rise(0);
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

        content.LiteralPair(code);
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

    private void EndText()
    {
        EndArray();
        if (inText)
            content.Raw("ET\n"u8);
        inText = false;
        owed = 0;
    }
}

namespace Daybook.Pdf;

/// <summary>
/// Shapes words of printable ASCII by what HarfBuzz says of each character and of each pair, asked once in the life of the process. It
/// gives exactly what HarfBuzz gives for the whole word in fonts where no more than two characters act on each other; the bundled fonts
/// are such, which a test proves. Any number of threads may use it at once: they can only write the same answers.
/// </summary>
internal sealed class PairShaping(FontFace face, bool tabularFigures)
{
    private const char First = '!';
    private const int Count = '~' - First + 1;

    /// <summary>No such glyph or pair: HarfBuzz must be asked for the whole word.</summary>
    private const int Special = int.MinValue;

    /// <summary>0 where not asked so far.</summary>
    private readonly int[] glyphs = new int[Count];

    /// <summary>Twice the kerning and one, in the font's units; 0 where not asked so far.</summary>
    private readonly int[] kernings = new int[Count * Count];

    /// <summary>Null where the word has other characters, or some that act on each other.</summary>
    public ShapedWord? Shape(string word, RunShaper shaper)
    {
        var shaped = new ShapedGlyph[word.Length];
        var units = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var character = word[i] - First;
            if ((uint)character >= Count)
                return null;
            var glyph = glyphs[character];
            if (glyph == 0)
                glyph = glyphs[character] = AskGlyph(word[i], shaper);
            if (glyph == Special)
                return null;
            var advance = face.Advance(glyph);
            if (i + 1 < word.Length && (uint)(word[i + 1] - First) < Count)
            {
                var pair = character * Count + word[i + 1] - First;
                var kerning = kernings[pair];
                if (kerning == 0)
                    kerning = kernings[pair] = AskKerning(word[i], word[i + 1], shaper);
                if (kerning == Special)
                    return null;
                advance += kerning >> 1;
            }

            shaped[i] = new((ushort)glyph, advance, 0, 0, word[i]);
            units += advance;
        }

        return new(word, (double)units / face.UnitsPerEm, shaped.Length, [new(face, shaped, word, null, false)]);
    }

    private int AskGlyph(char character, RunShaper shaper) =>
        shaper.Shape(face, character.ToString(), 0, 1, tabularFigures, false).Glyphs is [{ Id: > 0, XOffset: 0, YOffset: 0 } glyph]
        && glyph.Advance == face.Advance(glyph.Id) && glyph.Advance > 0
            ? glyph.Id
            : Special;

    private int AskKerning(char left, char right, RunShaper shaper)
    {
        var (one, other) = (AskGlyph(left, shaper), AskGlyph(right, shaper));
        return shaper.Shape(face, new string([left, right]), 0, 2, tabularFigures, false).Glyphs is
            [{ XOffset: 0, YOffset: 0, Advance: > 0 } first, { XOffset: 0, YOffset: 0 } second]
            && first.Id == one && second.Id == other && second.Advance == face.Advance(other)
            ? (first.Advance - face.Advance(one) << 1) + 1
            : Special;
    }
}

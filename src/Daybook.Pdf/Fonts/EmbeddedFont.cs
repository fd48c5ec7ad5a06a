using System.Globalization;

namespace Daybook.Pdf;

/// <summary>
/// A font in one file: the glyphs used so far, numbered in the order of their first use. A glyph that stands for two different texts gets
/// two numbers, so that each number says exactly what it stands for.
/// </summary>
internal sealed class EmbeddedFont(FontFace face, int index, int number)
{
    private readonly ushort[] codeOfGlyph = new ushort[face.GlyphCount + 1];
    private readonly List<Entry> entries = [new(0, face.Advance(0), -1, null)];
    private (int Unicode, int Advance)[] quick = new (int, int)[256];
    private readonly Dictionary<(ushort Glyph, int Unicode, string? Text), ushort> others = [];

    /// <param name="Glyph">Its number in the font file.</param>
    /// <param name="Advance">In the font's units.</param>
    /// <param name="Unicode">The character it stands for, or -1 with a <paramref name="Text"/>.</param>
    public readonly record struct Entry(ushort Glyph, int Advance, int Unicode, string? Text);

    public FontFace Face => face;

    /// <summary>The name content streams call it by.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"F{index}");

    public int Number => number;

    /// <summary>By code; the first is the glyph for what is missing, which is never shown.</summary>
    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The code by which content shows the glyph for a text.</summary>
    public ushort Code(ushort glyph, int unicode, string? text, out int advance)
    {
        // The last place is for numbers beyond the font's own, which a damaged font can ask for.
        var at = Math.Min(glyph, codeOfGlyph.Length - 1);
        var code = codeOfGlyph[at];
        if (code == 0)
            code = codeOfGlyph[at] = Add(glyph, unicode, text);
        else if (quick[code].Unicode != unicode || unicode < 0 && entries[code].Text != text)
            code = Another(glyph, unicode, text);
        advance = quick[code].Advance;
        return code;
    }

    private ushort Another(ushort glyph, int unicode, string? text)
    {
        if (!others.TryGetValue((glyph, unicode, text), out var code))
            others.Add((glyph, unicode, text), code = Add(glyph, unicode, text));
        return code;
    }

    private ushort Add(ushort glyph, int unicode, string? text)
    {
        if (entries.Count > ushort.MaxValue)
            throw new FontFileException(face.Name, "a file cannot show more than 65,535 of its glyphs");
        entries.Add(new(glyph, face.Advance(glyph), unicode, text));
        if (quick.Length < entries.Count)
            Array.Resize(ref quick, quick.Length * 2);
        quick[entries.Count - 1] = (unicode, face.Advance(glyph));
        return (ushort)(entries.Count - 1);
    }
}

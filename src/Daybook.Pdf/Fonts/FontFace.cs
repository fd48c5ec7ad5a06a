using System.Text;

namespace Daybook.Pdf;

/// <summary>One font. Immutable: any number of threads may use it at once.</summary>
public sealed class FontFace
{
    private readonly SfntFile file;
    private readonly CharacterMap characters;
    private readonly ReadOnlyMemory<byte> metrics;
    private readonly int longMetrics;
    private readonly Lazy<ShapingFont> shaping;
    private readonly (PairShaping Proportional, PairShaping Tabular)? pairs;

    private FontFace(SfntFile file, bool byPairs = false)
    {
        this.file = file;
        var head = file.Required("head", 54).Span;
        UnitsPerEm = SfntFile.U16(head, 18);
        if (UnitsPerEm is < 16 or > 16384)
            throw new FontFileException(file.Name, $"it divides the em into {UnitsPerEm} units");
        Box = new(Em(SfntFile.I16(head, 36)), Em(SfntFile.I16(head, 38)), Em(SfntFile.I16(head, 40)), Em(SfntFile.I16(head, 42)));
        var hhea = file.Required("hhea", 36).Span;
        (Ascent, Descent, LineGap) = (Em(SfntFile.I16(hhea, 4)), Em(SfntFile.I16(hhea, 6)), Em(SfntFile.I16(hhea, 8)));
        GlyphCount = SfntFile.U16(file.Required("maxp", 6).Span, 4);
        longMetrics = SfntFile.U16(hhea, 34);
        if (longMetrics < 1 || longMetrics > GlyphCount)
            throw new FontFileException(file.Name, "its widths are damaged");
        metrics = file.Required("hmtx", longMetrics * 4);
        characters = CharacterMap.Read(file.Table("cmap")) ?? throw new FontFileException(file.Name, "it has no table of Unicode characters");
        IsCompact = file.Has("CFF ");
        if (!IsCompact && !(file.Has("glyf") && file.Has("loca")))
            throw new FontFileException(file.Name, "it has no outlines (bitmap fonts cannot be scaled)");
        var os2 = file.Table("OS/2").Span;
        if (os2.Length >= 10 && (SfntFile.U16(os2, 8) & 0xF) == 2)
            throw new FontFileException(file.Name, "its licence forbids to embed it (fsType)");
        Weight = os2.Length >= 6 ? SfntFile.U16(os2, 4) : 400;
        var measured = os2.Length >= 90 && SfntFile.U16(os2, 0) >= 2;
        CapHeight = measured && SfntFile.I16(os2, 88) > 0 ? Em(SfntFile.I16(os2, 88)) : 0.7 * Ascent;
        XHeight = measured && SfntFile.I16(os2, 86) > 0 ? Em(SfntFile.I16(os2, 86)) : 0.5 * Ascent;
        var post = file.Table("post").Span;
        ItalicAngle = post.Length >= 8 ? SfntFile.I16(post, 4) + SfntFile.U16(post, 6) / 65536.0 : 0;
        (UnderlinePosition, UnderlineThickness) = post.Length >= 12 && SfntFile.I16(post, 10) > 0
            ? (Em(SfntFile.I16(post, 8)), Em(SfntFile.I16(post, 10)))
            : (-0.1, 0.05);
        IsFixedPitch = post.Length >= 16 && SfntFile.U32(post, 12) != 0;
        shaping = new(() => new(file, UnitsPerEm));
        if (byPairs)
            pairs = (new(this, false), new(this, true));
    }

    /// <summary>The name the caller gave, usually the file's.</summary>
    public string Name => file.Name;

    /// <summary>How far the font reaches above the baseline, 1 being the em.</summary>
    public double Ascent { get; }

    /// <summary>How far the font reaches below the baseline: a negative number, 1 being the em.</summary>
    public double Descent { get; }

    public double LineGap { get; }

    public double CapHeight { get; }

    public double XHeight { get; }

    /// <summary>The middle of the underline, 1 being the em; below the baseline it is negative.</summary>
    public double UnderlinePosition { get; }

    public double UnderlineThickness { get; }

    /// <summary>100 to 900; 400 is regular, 700 bold.</summary>
    public int Weight { get; }

    /// <summary>In degrees, against the clock from the vertical: negative for an italic.</summary>
    public double ItalicAngle { get; }

    public bool IsFixedPitch { get; }

    /// <summary>The file that the font was read from, a collection perhaps.</summary>
    public ReadOnlyMemory<byte> Content => file.File;

    /// <summary>Which font of the collection; 0 for a file with one.</summary>
    public int Index => file.Index;

    internal int UnitsPerEm { get; }

    internal int GlyphCount { get; }

    /// <summary>The box around all glyphs, 1 being the em.</summary>
    internal PdfRectangle Box { get; }

    /// <summary>Outlines in the compact font format (CFF) in place of TrueType's.</summary>
    internal bool IsCompact { get; }

    internal SfntFile File => file;

    /// <summary>The name of the font for programs, in ASCII without spaces.</summary>
    internal string PostScriptName => NameTable.PostScriptName(file.Table("name").Span) ?? new(Name.Where(char.IsAsciiLetterOrDigit).ToArray());

    internal ShapingFont Shaping => shaping.Value;

    /// <param name="file">A TrueType, OpenType or collection file; kept, and not to be changed.</param>
    /// <param name="name">How errors name it.</param>
    /// <param name="index">Which font of a collection.</param>
    /// <exception cref="FontFileException">The file is damaged, is no font, may not be embedded or has no outlines.</exception>
    public static FontFace Load(ReadOnlyMemory<byte> file, string name, int index = 0) => new(new SfntFile(file, name, index));

    internal static FontFace LoadBundled(string asset) =>
        new(new SfntFile(EmbeddedAsset.Read(asset), asset, 0), byPairs: true);

    public bool Has(Rune character) => characters.Glyph(character.Value) != 0;

    /// <summary>The quick way to shape plain words; null where the font may need more than pairs.</summary>
    internal PairShaping? PairShaping(bool tabularFigures) => tabularFigures ? pairs?.Tabular : pairs?.Proportional;

    internal ushort Glyph(int codePoint) => characters.Glyph(codePoint);

    /// <summary>In the font's units.</summary>
    internal int Advance(int glyph) => SfntFile.U16(metrics.Span, Math.Min(glyph, longMetrics - 1) * 4);

    /// <summary>From the origin to the left of the outline, in the font's units.</summary>
    internal int LeftBearing(int glyph)
    {
        var at = glyph < longMetrics ? glyph * 4 + 2 : longMetrics * 4 + (glyph - longMetrics) * 2;
        return at + 2 <= metrics.Length ? SfntFile.I16(metrics.Span, at) : 0;
    }

    private double Em(int units) => (double)units / UnitsPerEm;
}

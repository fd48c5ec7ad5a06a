using System.Text;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A font file in the Compact Font Format: its charset and the widths in its charstrings (Adobe technical notes 5176 and 5177).</summary>
internal sealed class CffProgram : FontProgram
{
    private readonly CffReader reader;
    private readonly CffIndex charStrings;
    private readonly CffIndex globalSubroutines;
    private readonly CffPrivate[] privates;
    private readonly byte[]? privateOfGlyph;
    private readonly int[] charset;
    private readonly Dictionary<int, int> glyphOfCharset = [];
    private readonly Dictionary<string, int> glyphOfName = new(StringComparer.Ordinal);
    private readonly double scale;

    /// <exception cref="FontProgramException">The file is cut off or contradicts the format.</exception>
    public CffProgram(byte[] data)
    {
        reader = new CffReader(data);
        var names = reader.Index(data.Length > 2 ? data[2] : 0);
        var dictionaries = reader.Index(names.End);
        var strings = reader.Index(dictionaries.End);
        globalSubroutines = reader.Index(strings.End);
        var top = CffReader.Dictionary(dictionaries[0]);
        charStrings = reader.Index((int)(top.Number(17) ?? throw new FontProgramException("it has no glyphs")));
        IsCidKeyed = top.Has(CffDictionary.Ros);
        scale = (top.Numbers(CffDictionary.FontMatrix) is { Length: 6 } matrix ? matrix[0] : 0.001) * 1000;
        charset = reader.Charset((int)(top.Number(15) ?? 0), charStrings.Count, IsCidKeyed);
        for (var glyph = 0; glyph < charset.Length; glyph++)
            glyphOfCharset.TryAdd(charset[glyph], glyph);
        if (IsCidKeyed)
        {
            var fonts = reader.Index((int)(top.Number(CffDictionary.FontDicts) ?? throw new FontProgramException("its font dictionaries are missing")));
            privates = [.. Enumerable.Range(0, fonts.Count).Select(i => Private(CffReader.Dictionary(fonts[i])))];
            privateOfGlyph = reader.FontSelection((int)(top.Number(CffDictionary.FontSelect) ?? throw new FontProgramException("its font selection is missing")), charStrings.Count);
        }
        else
        {
            privates = [Private(top)];
            for (var glyph = 0; glyph < charset.Length; glyph++)
                glyphOfName.TryAdd(Name(charset[glyph], strings), glyph);
            BuiltInEncoding = reader.Encoding((int)(top.Number(16) ?? 0), glyph => glyph < charset.Length ? Name(charset[glyph], strings) : null);
        }
    }

    public override int GlyphCount => charStrings.Count;

    public bool IsCidKeyed { get; }

    /// <summary>The glyph names of the codes, as the font has them; empty in a CID-keyed font.</summary>
    public string?[] BuiltInEncoding { get; } = new string?[256];

    public override bool HasGlyphNames => !IsCidKeyed;

    public IEnumerable<string> GlyphNames => glyphOfName.Keys;

    /// <summary>The CIDs the font has; null where it is not CID-keyed.</summary>
    public IEnumerable<int>? Cids => IsCidKeyed ? charset : null;

    public override int? GlyphOfName(string name) => glyphOfName.TryGetValue(name, out var glyph) ? glyph : null;

    /// <summary>Null where the font has no glyph for the CID.</summary>
    public int? GlyphOfCid(int cid) =>
        IsCidKeyed ? glyphOfCharset.TryGetValue(cid, out var glyph) ? glyph : null : cid < charStrings.Count ? cid : null;

    public override double? Width(int glyph)
    {
        if (glyph < 0 || glyph >= charStrings.Count)
            return null;
        var select = privateOfGlyph is null ? 0 : privateOfGlyph[glyph];
        if (select >= privates.Length)
            return null;
        var font = privates[select];
        var difference = new CharstringWidth(font.Subroutines, globalSubroutines).Read(charStrings[glyph].Span);
        return difference is { IsKnown: false } ? null : (difference.Value is { } width ? font.NominalWidth + width : font.DefaultWidth) * scale;
    }

    private CffPrivate Private(CffDictionary font)
    {
        if (font.Numbers(18) is not [var size, var offset])
            return new CffPrivate(0, 0, CffIndex.Empty);
        var dictionary = CffReader.Dictionary(reader.Bytes((int)offset, (int)size));
        var subroutines = dictionary.Number(19) is { } relative ? reader.Index((int)(offset + relative)) : CffIndex.Empty;
        return new CffPrivate(dictionary.Number(20) ?? 0, dictionary.Number(21) ?? 0, subroutines);
    }

    private static string Name(int sid, CffIndex strings)
    {
        if (sid < StandardGlyphs.Names.Length)
            return StandardGlyphs.Names[sid];
        // SIDs from 229 to 390 name glyphs of expert fonts; no table of them is kept, so such a glyph has a name of its own.
        return sid - 391 is >= 0 and var index && index < strings.Count ? Encoding.Latin1.GetString(strings[index].Span) : $"sid{sid}";
    }
}

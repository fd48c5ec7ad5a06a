namespace Daybook.Pdf;

/// <summary>The parts of a <c>CFF</c> table that a subset is made of.</summary>
internal sealed class CompactFont
{
    public const int CharStringsOperator = 17, PrivateOperator = 18, SubroutinesOperator = 19, CharsetOperator = 15;
    public const int FontMatrixOperator = 1207, RegistryOperator = 1230, CidCountOperator = 1234, ArrayOperator = 1236, SelectOperator = 1237;

    private readonly ReadOnlyMemory<byte> file;
    private readonly int select;

    public CompactFont(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        var names = new CompactIndex(file, file.Span[2]);
        var tops = new CompactIndex(file, names.End);
        var strings = new CompactIndex(file, tops.End);
        Globals = new(file, strings.End);
        Top = new(tops[0]);
        Glyphs = new(file, Top.Integers(CharStringsOperator)[0]);
        if (Top.Integers(ArrayOperator) is [var array])
        {
            var fonts = new CompactIndex(file, array);
            Parts = [.. Enumerable.Range(0, fonts.Count).Select(i => Part(new(fonts[i])))];
            select = Top.Integers(SelectOperator)[0];
        }
        else
        {
            Parts = [Part(Top)];
        }
    }

    public CompactDictionary Top { get; }

    public CompactIndex Globals { get; }

    public CompactIndex Glyphs { get; }

    /// <summary>Glyphs that have hints and subroutines in common; one where the font is not divided.</summary>
    public List<(CompactDictionary Font, CompactDictionary Private, CompactIndex Subroutines)> Parts { get; }

    /// <summary>Which part a glyph is of.</summary>
    public int PartOf(int glyph)
    {
        if (select == 0)
            return 0;
        var bytes = file.Span[select..];
        if (bytes[0] == 0)
            return bytes[1 + glyph];
        var count = SfntFile.U16(bytes, 1);
        for (var i = 0; i < count; i++)
        {
            if (glyph < SfntFile.U16(bytes, 6 + i * 3))
                return bytes[5 + i * 3];
        }

        return 0;
    }

    private (CompactDictionary, CompactDictionary, CompactIndex) Part(CompactDictionary font)
    {
        if (font.Integers(PrivateOperator) is not [var size, var start])
            return (font, new(default), default);
        var own = new CompactDictionary(file.Slice(start, size));
        return (font, own, own.Integers(SubroutinesOperator) is [var offset] ? new CompactIndex(file, start + offset) : default);
    }
}

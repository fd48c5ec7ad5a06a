namespace Daybook.Pdf;

/// <summary>The <c>cmap</c> of a font: which glyph shows a character. Read in place.</summary>
internal sealed class CharacterMap
{
    private readonly ReadOnlyMemory<byte> table;
    private readonly int format;
    private readonly ushort[] latin = new ushort[0x180];

    private CharacterMap(ReadOnlyMemory<byte> table, int format)
    {
        this.table = table;
        this.format = format;
        for (var i = 0; i < latin.Length; i++)
            latin[i] = Find(i);
    }

    /// <summary>The subtable for Unicode that covers most; null where the font has none in format 4 or 12.</summary>
    public static CharacterMap? Read(ReadOnlyMemory<byte> cmap)
    {
        var bytes = cmap.Span;
        if (bytes.Length < 4)
            return null;
        var (best, bestRank) = (default(ReadOnlyMemory<byte>), 0);
        for (var i = 0; i < SfntFile.U16(bytes, 2) && 12 + 8 * i <= bytes.Length; i++)
        {
            var (platform, encoding) = (SfntFile.U16(bytes, 4 + 8 * i), SfntFile.U16(bytes, 6 + 8 * i));
            var offset = SfntFile.U32(bytes, 8 + 8 * i);
            if (offset + 16 > bytes.Length)
                continue;
            var subtable = SfntFile.U16(bytes, (int)offset);
            var rank = (platform, encoding, subtable) switch
            {
                (3, 10, 12) or (0, 4 or 6, 12) => 2,
                (3, 1, 4) or (0, <= 4, 4) => 1,
                _ => 0,
            };
            if (rank > bestRank)
                (best, bestRank) = (cmap[(int)offset..], rank);
        }

        return bestRank == 0 ? null : new(best, SfntFile.U16(best.Span, 0));
    }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public ushort Glyph(int codePoint) => (uint)codePoint < (uint)latin.Length ? latin[codePoint] : Find(codePoint);

    private ushort Find(int codePoint)
    {
        var bytes = table.Span;
        try
        {
            return format == 12 ? InGroups(bytes, (uint)codePoint) : codePoint <= 0xFFFF ? InSegments(bytes, codePoint) : (ushort)0;
        }
        catch (ArgumentOutOfRangeException)
        {
            return 0;
        }
    }

    private static ushort InGroups(ReadOnlySpan<byte> bytes, uint codePoint)
    {
        var (low, high) = (0, (int)SfntFile.U32(bytes, 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = bytes[(16 + 12 * middle)..];
            if (codePoint > SfntFile.U32(group, 4))
                low = middle + 1;
            else if (codePoint < SfntFile.U32(group, 0))
                high = middle - 1;
            else
                return (ushort)(SfntFile.U32(group, 8) + codePoint - SfntFile.U32(group, 0));
        }

        return 0;
    }

    private static ushort InSegments(ReadOnlySpan<byte> bytes, int codePoint)
    {
        var doubled = SfntFile.U16(bytes, 6);
        var (low, high) = (0, doubled / 2 - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (codePoint > SfntFile.U16(bytes, 14 + 2 * middle))
                low = middle + 1;
            else
                high = middle;
        }

        var start = SfntFile.U16(bytes, 16 + doubled + 2 * low);
        if (codePoint < start || codePoint > SfntFile.U16(bytes, 14 + 2 * low))
            return 0;
        var delta = SfntFile.U16(bytes, 16 + 2 * doubled + 2 * low);
        var rangeAt = 16 + 3 * doubled + 2 * low;
        var range = SfntFile.U16(bytes, rangeAt);
        if (range == 0)
            return (ushort)(codePoint + delta);
        var glyph = SfntFile.U16(bytes, rangeAt + range + 2 * (codePoint - start));
        return glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
    }
}

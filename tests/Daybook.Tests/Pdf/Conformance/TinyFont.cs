using System.Buffers.Binary;
using System.Text;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Makes TrueType font files of a few hundred bytes: glyph 0 is for missing characters, glyph 1 the space, the others are boxes.</summary>
internal sealed record TinyFont
{
    /// <summary>The advance width of every glyph, in 1000 units per em.</summary>
    public const int Advance = 600;

    /// <summary>The characters of glyph 1 and on.</summary>
    public string Characters { get; init; } = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,%-";

    /// <summary>Platform and encoding of the character maps.</summary>
    public (int Platform, int Encoding)[] Maps { get; init; } = [(3, 1)];

    public int Glyph(char character) => Characters.IndexOf(character, StringComparison.Ordinal) + 1;

    /// <summary>The text as two-byte glyph numbers, in hexadecimal.</summary>
    public string Hexadecimal(string text) => string.Concat(text.Select(character => Glyph(character).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The map from glyphs to Unicode.</summary>
    public string ToUnicode() => "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Tiny def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n" +
        "endcodespacerange\n" + Characters.Length + " beginbfchar\n" +
        string.Concat(Characters.Select(character => $"<{Glyph(character):X4}> <{(int)character:X4}>\n")) + "endbfchar\nendcmap\nend\nend\n";

    public byte[] Build()
    {
        var glyphs = Characters.Length + 1;
        byte[] box = [.. Words(1, 50, 0, 550, 700, 3, 0), 1, 1, 1, 1, .. Words(50, 500, 0, -500 & 0xFFFF), .. Words(0, 0, 700, 0)];
        var outlines = new List<byte>();
        var offsets = new List<int>();
        for (var glyph = 0; glyph < glyphs; glyph++)
        {
            offsets.Add(outlines.Count / 2);
            if (glyph != 1)
                outlines.AddRange(box);
        }

        offsets.Add(outlines.Count / 2);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["head"] = [.. Words(1, 0, 1, 0), .. Long(0), .. Long(0x5F0F3CF5), .. Words(3, 1000), .. new byte[16], .. Words(0, 0, 600, 700, 0, 8, 2, 0, 0)],
            ["hhea"] = [.. Words(1, 0, 800, -200 & 0xFFFF, 0, Advance, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)],
            ["maxp"] = [.. Words(1, 0, glyphs, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
            ["hmtx"] = [.. Enumerable.Range(0, glyphs).SelectMany(_ => Words(Advance, 50))],
            ["loca"] = [.. offsets.SelectMany(offset => Words(offset))],
            ["glyf"] = [.. outlines],
        };
        if (Maps.Length > 0)
            tables["cmap"] = CharacterMaps();
        return Assemble(tables);
    }

    private byte[] CharacterMaps()
    {
        // One segment for each character, in order of code, and the closing one.
        var codes = Characters.Order().ToList();
        var count = codes.Count + 1;
        byte[] map =
        [
            .. Words(4, 16 + (8 * count), 0, 2 * count, 0, 0, 0), .. codes.SelectMany(code => Words(code)), .. Words(0xFFFF, 0), .. codes.SelectMany(code => Words(code)), .. Words(0xFFFF),
            .. codes.SelectMany(code => Words((Glyph(code) - code) & 0xFFFF)), .. Words(1), .. new byte[2 * count],
        ];
        return [.. Words(0, Maps.Length), .. Maps.SelectMany(each => Words(each.Platform, each.Encoding).Concat(Long(4 + (8 * Maps.Length)))), .. map];
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var head = new List<byte>([.. Long(0x00010000), .. Words(tables.Count, 0, 0, 0)]);
        var body = new List<byte>();
        foreach (var (tag, data) in tables)
        {
            head.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Long(0), .. Long(12 + (16 * tables.Count) + body.Count), .. Long(data.Length)]);
            body.AddRange(data);
            while (body.Count % 4 != 0)
                body.Add(0);
        }

        return [.. head, .. body];
    }

    private static byte[] Words(params int[] values) => [.. values.SelectMany(value => (byte[])[(byte)(value >> 8), (byte)value])];

    private static byte[] Long(long value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }
}

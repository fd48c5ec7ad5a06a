namespace Daybook.Pdf.Reading.Fonts;

/// <summary>Reads a subtable of a TrueType <c>cmap</c>: code to glyph, without glyph 0.</summary>
internal static class CmapSubtable
{
    private const int MostCodes = 0x110000;

    public static Dictionary<int, int> Read(TrueTypeProgram font, int at)
    {
        var map = new Dictionary<int, int>();
        switch (font.U16(at))
        {
            case 0:
                for (var code = 0; code < 256; code++)
                    Add(map, code, font.U8(at + 6 + code));
                break;
            case 4:
                ReadSegments(font, at, map);
                break;
            case 6:
                for (var i = 0; i < font.U16(at + 8); i++)
                    Add(map, font.U16(at + 6) + i, font.U16(at + 10 + (2 * i)));
                break;
            case 12:
                ReadGroups(font, at, map);
                break;
        }

        return map;
    }

    private static void ReadSegments(TrueTypeProgram font, int at, Dictionary<int, int> map)
    {
        var segments = font.U16(at + 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var end = font.U16(at + 14 + (2 * i));
            var start = font.U16(at + 16 + (2 * segments) + (2 * i));
            var delta = font.U16(at + 16 + (4 * segments) + (2 * i));
            var rangeAt = at + 16 + (6 * segments) + (2 * i);
            var range = font.U16(rangeAt);
            for (var code = start; code <= end && code < 0xFFFF; code++)
            {
                var glyph = range == 0 ? code + delta : font.U16(rangeAt + range + (2 * (code - start)));
                if (range != 0 && glyph != 0)
                    glyph += delta;
                Add(map, code, glyph & 0xFFFF);
            }
        }
    }

    private static void ReadGroups(TrueTypeProgram font, int at, Dictionary<int, int> map)
    {
        var groups = font.U32(at + 12);
        for (var i = 0; i < groups; i++)
        {
            var group = at + 16 + (12 * i);
            var (start, end, glyph) = (font.U32(group), font.U32(group + 4), font.U32(group + 8));
            for (var code = start; code <= end && code < MostCodes; code++)
                Add(map, (int)code, (int)((glyph + code - start) & 0xFFFF));
        }
    }

    private static void Add(Dictionary<int, int> map, int code, int glyph)
    {
        if (glyph != 0)
            map.TryAdd(code, glyph);
    }
}

using System.Text;
using static Daybook.Pdf.CompactFont;

namespace Daybook.Pdf;

/// <summary>
/// Makes a CID-keyed font of some glyphs of a CFF font, numbered anew. Subroutines keep their numbers; those that no glyph calls become
/// empty.
/// </summary>
internal sealed class CompactSubset(FontFace face, string name)
{
    /// <exception cref="FontFileException">The table is damaged.</exception>
    public byte[] Make(IReadOnlyList<EmbeddedFont.Entry> entries)
    {
        try
        {
            return Make(new CompactFont(face.File.Table("CFF ")), [.. entries.Select(entry => (int)entry.Glyph)]);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new FontFileException(face.Name, "the outlines of its glyphs are damaged", error);
        }
    }

    private byte[] Make(CompactFont font, int[] glyphs)
    {
        var parts = glyphs.Select(font.PartOf).Distinct().Order().ToList();
        var usedGlobals = new HashSet<int>();
        var usedLocals = parts.ToDictionary(part => part, _ => new HashSet<int>());
        var known = true;
        foreach (var glyph in glyphs)
        {
            var part = font.PartOf(glyph);
            known &= new CharStringScanner(font.Globals, font.Parts[part].Subroutines, usedGlobals, usedLocals[part]).Scan(font.Glyphs[glyph].Span);
        }

        using var file = new ByteWriter(1 << 15);
        file.Raw([1, 0, 4, 4]);
        CompactIndex.Write(file, [Encoding.ASCII.GetBytes(name)]);
        var topAt = file.Length;
        var topLength = IndexOf(Top(font, glyphs.Length, default)).Length;
        using var rest = new ByteWriter(1 << 15);
        var offset = topAt + topLength;
        CompactIndex.Write(rest, [Encoding.ASCII.GetBytes("Adobe"), Encoding.ASCII.GetBytes("Identity")]);
        CompactIndex.Write(rest, Kept(font.Globals, usedGlobals, known));

        var places = default(Places);
        places.Charset = offset + rest.Length;
        // One range: glyph 1 is CID 1, and so on.
        rest.Byte(2);
        if (glyphs.Length > 1)
            rest.BigEndian(1, 2).BigEndian(glyphs.Length - 2, 2);
        places.Select = offset + rest.Length;
        rest.Byte(0);
        foreach (var glyph in glyphs)
            rest.Byte((byte)parts.IndexOf(font.PartOf(glyph)));
        places.Glyphs = offset + rest.Length;
        CompactIndex.Write(rest, [.. glyphs.Select(glyph => font.Glyphs[glyph])]);
        var fonts = new List<ReadOnlyMemory<byte>>();
        foreach (var part in parts)
            fonts.Add(WritePart(rest, offset, font.Parts[part], usedLocals[part], known));
        places.Array = offset + rest.Length;
        CompactIndex.Write(rest, fonts);

        file.Raw(IndexOf(Top(font, glyphs.Length, places)));
        return file.Raw(rest.Written).Written.ToArray();
    }

    /// <summary>Writes what the glyphs of a part have in common. Returns the dictionary that refers to it.</summary>
    private static byte[] WritePart(
        ByteWriter rest, int offset, (CompactDictionary Font, CompactDictionary Private, CompactIndex Subroutines) part, HashSet<int> used, bool known)
    {
        using var own = new ByteWriter();
        part.Private.Copy(own, code => code != SubroutinesOperator);
        if (part.Subroutines.Count > 0)
            CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(own, own.Length + 6), SubroutinesOperator);
        var at = offset + rest.Length;
        rest.Raw(own.Written);
        if (part.Subroutines.Count > 0)
            CompactIndex.Write(rest, Kept(part.Subroutines, used, known));
        using var dictionary = new ByteWriter(64);
        part.Font.Copy(dictionary, code => code == FontMatrixOperator && part.Font.Integers(ArrayOperator).Count == 0);
        CompactDictionary.WriteInteger(dictionary, own.Length);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(dictionary, at), PrivateOperator);
        return dictionary.Written.ToArray();
    }

    private static List<ReadOnlyMemory<byte>> Kept(CompactIndex index, HashSet<int> used, bool known) =>
        [.. Enumerable.Range(0, index.Count).Select(i => !known || used.Contains(i) ? index[i] : default)];

    private static byte[] IndexOf(byte[] item)
    {
        using var index = new ByteWriter(item.Length + 8);
        CompactIndex.Write(index, [item]);
        return index.Written.ToArray();
    }

    private static byte[] Top(CompactFont font, int glyphs, Places places)
    {
        using var top = new ByteWriter(128);
        // The first two strings that are not the standard's own: Adobe, Identity.
        CompactDictionary.WriteInteger(top, 391);
        CompactDictionary.WriteInteger(top, 392);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(top, 0), RegistryOperator);
        if (font.Top.Integers(ArrayOperator).Count > 0)
            font.Top.Copy(top, code => code == FontMatrixOperator);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(top, glyphs), CidCountOperator);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(top, places.Charset), CharsetOperator);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(top, places.Glyphs), CharStringsOperator);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(top, places.Array), ArrayOperator);
        CompactDictionary.WriteOperator(CompactDictionary.WriteInteger(top, places.Select), SelectOperator);
        return top.Written.ToArray();
    }

    private struct Places
    {
        public int Charset;
        public int Select;
        public int Glyphs;
        public int Array;
    }
}

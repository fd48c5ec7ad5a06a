using System.Text;
using Daybook.Pdf.Reading.Files;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A character map: codes to CIDs, or codes to Unicode (ISO 32000-1, 9.7.5 and 9.10.3).</summary>
internal sealed class CMap
{
    private const int MostCodesOfRange = 65536;

    private readonly List<(int Bytes, uint Low, uint High)> codeSpaces = [];
    private readonly Dictionary<uint, int> cids = [];
    private readonly Dictionary<uint, string> unicode = [];

    private CMap()
    {
    }

    public static CMap Identity(bool vertical)
    {
        var map = new CMap { IsIdentity = true, WritingMode = vertical ? 1 : 0 };
        map.codeSpaces.Add((2, 0, 0xFFFF));
        return map;
    }

    public bool IsIdentity { get; private init; }

    /// <summary>0 horizontal, 1 vertical; null where the map does not say.</summary>
    public int? WritingMode { get; private set; }

    /// <summary>The name of the map this one builds on.</summary>
    public string? Uses { get; private set; }

    public int MaximalCid => cids.Count == 0 ? 0 : cids.Values.Max();

    public IEnumerable<KeyValuePair<uint, string>> UnicodeValues => unicode;

    public int? Cid(uint code) => IsIdentity ? (int)code : cids.TryGetValue(code, out var cid) ? cid : null;

    public string? Unicode(uint code) => unicode.GetValueOrDefault(code);

    /// <summary>Splits shown text into codes by the code space; bytes outside it count as codes of the shortest length.</summary>
    public IEnumerable<CharacterCode> Split(byte[] text)
    {
        var shortest = codeSpaces.Count == 0 ? 1 : codeSpaces.Min(space => space.Bytes);
        for (var at = 0; at < text.Length;)
        {
            var bytes = 0;
            uint code = 0;
            for (var length = 1; length <= 4 && at + length <= text.Length && bytes == 0; length++)
            {
                code = (code << 8) | text[at + length - 1];
                if (IsInSpace(length, code))
                    bytes = length;
            }

            if (bytes == 0)
            {
                bytes = Math.Min(shortest, text.Length - at);
                code = 0;
                for (var i = 0; i < bytes; i++)
                    code = (code << 8) | text[at + i];
            }

            yield return new CharacterCode(code, bytes);
            at += bytes;
        }
    }

    public static CMap Read(byte[] data)
    {
        var map = new CMap();
        var parser = new PdfParser(data, 0, null);
        var operands = new List<PdfObject>();
        while (parser.Read() is { } token)
        {
            if (token is not PdfKeyword keyword)
            {
                operands.Add(token);
                continue;
            }

            map.Apply(keyword.Word, operands);
            operands.Clear();
        }

        return map;
    }

    private void Apply(string operation, List<PdfObject> operands)
    {
        switch (operation)
        {
            case "endcodespacerange":
                foreach (var (low, high) in Strings(operands, 2).Select(pair => (pair[0], pair[1])))
                    codeSpaces.Add((low.Length, Number(low), Number(high)));
                break;
            case "endcidchar":
                for (var i = 0; i + 1 < operands.Count; i += 2)
                    AddCids(operands[i], operands[i], operands[i + 1]);
                break;
            case "endcidrange":
                for (var i = 0; i + 2 < operands.Count; i += 3)
                    AddCids(operands[i], operands[i + 1], operands[i + 2]);
                break;
            case "endbfchar":
                foreach (var pair in Strings(operands, 2))
                    unicode[Number(pair[0])] = Text(pair[1]);
                break;
            case "endbfrange":
                for (var i = 0; i + 2 < operands.Count; i += 3)
                    AddUnicode(operands[i], operands[i + 1], operands[i + 2]);
                break;
            case "usecmap" when operands is [.., PdfName used]:
                Uses = used.Value;
                break;
            case "def" when operands is [.., PdfName { Value: "WMode" }, PdfInteger mode]:
                WritingMode = (int)mode.Value;
                break;
        }
    }

    private void AddCids(PdfObject low, PdfObject high, PdfObject cid)
    {
        if (low is not PdfString first || high is not PdfString last || cid is not PdfInteger start)
            return;
        for (long code = Number(first.Bytes), i = 0; code <= Number(last.Bytes) && i < MostCodesOfRange; code++, i++)
            cids[(uint)code] = (int)(start.Value + i);
    }

    private void AddUnicode(PdfObject low, PdfObject high, PdfObject target)
    {
        if (low is not PdfString first || high is not PdfString last)
            return;
        var list = (target as PdfArray)?.Raw;
        for (long code = Number(first.Bytes), i = 0; code <= Number(last.Bytes) && i < MostCodesOfRange; code++, i++)
        {
            if (list is not null && i < list.Count && list[(int)i] is PdfString item)
                unicode[(uint)code] = Text(item.Bytes);
            else if (target is PdfString start)
                unicode[(uint)code] = Advanced(start.Bytes, (int)i);
        }
    }

    /// <summary>The text of a range counts up in its last UTF-16 unit.</summary>
    private static string Advanced(byte[] start, int by)
    {
        var text = Text(start);
        if (by == 0 || text.Length == 0)
            return text;
        if (text.Length >= 2 && char.IsSurrogatePair(text[^2], text[^1]))
        {
            var value = char.ConvertToUtf32(text[^2], text[^1]) + by;
            return text[..^2] + (Rune.IsValid(value) ? char.ConvertFromUtf32(value) : "\uFFFD");
        }

        return text[..^1] + (char)(text[^1] + by);
    }

    private static string Text(byte[] utf16) => utf16.Length == 1 ? ((char)utf16[0]).ToString() : Encoding.BigEndianUnicode.GetString(utf16);

    private static IEnumerable<byte[][]> Strings(List<PdfObject> operands, int group) =>
        operands.OfType<PdfString>().Select(text => text.Bytes).Chunk(group).Where(chunk => chunk.Length == group);

    private static uint Number(byte[] bytes)
    {
        uint value = 0;
        foreach (var part in bytes.AsSpan(0, Math.Min(4, bytes.Length)))
            value = (value << 8) | part;
        return value;
    }

    /// <summary>Each byte must lie within the bytes of the bounds.</summary>
    private bool IsInSpace(int length, uint code)
    {
        foreach (var (bytes, low, high) in codeSpaces)
        {
            if (bytes != length)
                continue;
            var inside = true;
            for (var shift = 0; shift < 8 * length && inside; shift += 8)
                inside = ((code >> shift) & 255) >= ((low >> shift) & 255) && ((code >> shift) & 255) <= ((high >> shift) & 255);
            if (inside)
                return true;
        }

        return false;
    }
}

using System.Text;

namespace Daybook.Pdf;

/// <summary>The <c>name</c> table of a font.</summary>
internal static class NameTable
{
    private const int PostScript = 6;

    /// <summary>Null where the font does not say it, or not in letters that a PDF name takes.</summary>
    public static string? PostScriptName(ReadOnlySpan<byte> table)
    {
        if (table.Length < 6)
            return null;
        var storage = SfntFile.U16(table, 4);
        for (var i = 0; i < SfntFile.U16(table, 2) && 18 + 12 * i <= table.Length; i++)
        {
            var record = table[(6 + 12 * i)..];
            var (start, length) = (storage + SfntFile.U16(record, 10), SfntFile.U16(record, 8));
            if (SfntFile.U16(record, 6) != PostScript || start + length > table.Length)
                continue;
            var bytes = table.Slice(start, length);
            var name = SfntFile.U16(record, 0) == 1 ? Encoding.ASCII.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
            if (name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
                return name;
        }

        return null;
    }
}

using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.1.2 to 6.1.4: header and trailer.</summary>
internal static class FileStructure
{
    private const string Writer = "Write the file anew.";

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.1.2", "The file begins with %PDF-1.n and a line of binary characters", Writer, Header),
        new("ISO 19005-2 6.1.3", "The trailer has a file identifier", "Add ID to the trailer.", Identifier),
        new("ISO 19005-2 6.1.3", "The file is not encrypted", "Save the file without a password.", Encryption),
        new("ISO 19005-2 6.1.3", "Nothing follows the end of the file", "Cut the file after the last %%EOF.", AfterEnd),
    ];

    private static IEnumerable<Fault> Header(Examination examined)
    {
        var data = examined.File.Data;
        if (examined.File.HeaderOffset > 0)
            yield return new Fault("The header is not at the beginning of the file.");
        var lineEnd = data.Length > 9 && data[8] == '\r' && data[9] == '\n' ? 2 : 1;
        if (data.Length < 16 || data[5] != '1' || data[6] != '.' || data[7] is < (byte)'0' or > (byte)'7' || data[8] is not ((byte)'\r' or (byte)'\n'))
            yield return new Fault("The first line is not %PDF-1.0 to %PDF-1.7.");
        else if (data[8 + lineEnd] != '%' || data.AsSpan(9 + lineEnd, 4).IndexOfAnyInRange((byte)0, (byte)127) >= 0)
            yield return new Fault("The second line is not a comment of four binary characters.");
    }

    private static IEnumerable<Fault> Identifier(Examination examined)
    {
        if (examined.File.Trailer.Array("ID") is not { Count: 2 } id || id.Resolved.Any(part => part is not PdfString { Bytes.Length: > 0 }))
            yield return new Fault("The trailer has no file identifier.");
    }

    private static IEnumerable<Fault> Encryption(Examination examined)
    {
        if (examined.File.Trailer.Raw("Encrypt") is not null)
            yield return new Fault("The file is encrypted.");
    }

    private static IEnumerable<Fault> AfterEnd(Examination examined)
    {
        var end = examined.File.Data.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0)
            yield return new Fault("The file has no end mark (%%EOF).");
        else if (!IsLineEnd(examined.File.Data, end + 5))
            yield return new Fault("There is data after the end mark (%%EOF).");
    }

    private static bool IsLineEnd(byte[] data, int at) => data.AsSpan(at) is [] or [(byte)'\n'] or [(byte)'\r'] or [(byte)'\r', (byte)'\n'];
}

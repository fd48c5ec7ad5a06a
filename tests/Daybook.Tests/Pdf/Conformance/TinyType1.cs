using System.Text;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Makes Type 1 font files whose glyphs are empty and all of one width.</summary>
internal static class TinyType1
{
    /// <summary><c>0 600 hsbw endchar</c>.</summary>
    private static readonly byte[] Charstring = [139, 248, 236, 13, 14];

    /// <param name="names">Of the glyphs beside that for missing characters.</param>
    public static byte[] Build(IEnumerable<string> names)
    {
        using var body = new MemoryStream();
        body.Write("/lenIV 4 def /CharStrings 2 dict dup begin\n"u8);
        foreach (var name in names.Prepend(".notdef"))
        {
            var charstring = Encrypt(Charstring, 4330);
            body.Write(Encoding.ASCII.GetBytes($"/{name} {charstring.Length} RD "));
            body.Write(charstring);
            body.Write(" ND\n"u8);
        }

        body.Write("end\n"u8);
        return [.. "%!PS-AdobeFont-1.0: Tiny\n/Encoding StandardEncoding def\ncurrentfile eexec\n"u8, .. Encrypt(body.ToArray(), 55665)];
    }

    /// <summary>Four bytes that count for nothing go before what is encrypted.</summary>
    private static byte[] Encrypt(byte[] plain, ushort key)
    {
        byte[] data = [200, 1, 2, 3, .. plain];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] ^= (byte)(key >> 8);
            key = (ushort)(((data[i] + key) * 52845) + 22719);
        }

        return data;
    }
}

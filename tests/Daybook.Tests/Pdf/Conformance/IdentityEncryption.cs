using System.Security.Cryptography;
using Daybook.Pdf.Reading.Protection;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Adds an encryption dictionary that opens with the empty password and leaves strings and streams as they are.</summary>
internal static class IdentityEncryption
{
    private static readonly byte[] Id = Convert.FromHexString("00112233445566778899AABBCCDDEEFF");

    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <param name="permissions">Null to leave them out.</param>
    public static void Add(SmallPdf file, int? permissions)
    {
        var owner = new byte[32];
#pragma warning disable CA5351 // The encryption of PDF before AES is made of MD5 and RC4.
        var key = MD5.HashData([.. Padding, .. owner, .. BitConverter.GetBytes(permissions ?? 0), .. Id]);
        for (var i = 0; i < 50; i++)
            key = MD5.HashData(key);
        var user = MD5.HashData([.. Padding, .. Id]);
#pragma warning restore CA5351
        for (var i = 0; i < 20; i++)
            user = Rc4.Apply([.. key.Select(value => (byte)(value ^ i))], user);
        var entry = permissions is { } value ? $"/P {value} " : "";
        file.Add("encrypt", $"<< /Filter /Standard /V 4 /R 4 /Length 128 {entry}/CF << >> /StmF /Identity /StrF /Identity " +
            $"/O <{Convert.ToHexString(owner)}> /U <{Convert.ToHexString(user)}{new string('0', 32)}> >>");
        file.Trailer += " /Encrypt {encrypt}";
    }
}

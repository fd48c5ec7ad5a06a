using System.Security.Cryptography;
using System.Text;

namespace Daybook.Pdf;

/// <summary>How revision 6 of the standard security handler hashes a password (ISO 32000-2, 7.6.4.3), for writing and for reading.</summary>
internal static class PasswordHash
{
    /// <summary>Normalised as SASLprep asks, at most 127 bytes of UTF-8.</summary>
    public static byte[] Prepare(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        return bytes.Length <= 127 ? bytes : bytes[..127];
    }

    /// <summary>Algorithm 2.B: at least 64 rounds of AES and SHA-2, then until the last byte is small enough for the number of rounds.</summary>
    /// <param name="userEntry">The 48 bytes of the entry U when the owner's password is hashed, otherwise empty.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] Of(byte[] password, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> userEntry)
    {
        var key = SHA256.HashData([.. password, .. salt, .. userEntry]);
        using var aes = Aes.Create();
        for (var rounds = 1; ; rounds++)
        {
            byte[] once = [.. password, .. key, .. userEntry];
            var repeated = new byte[once.Length * 64];
            for (var i = 0; i < 64; i++)
                once.CopyTo(repeated, i * once.Length);
            aes.Key = key[..16];
            var encrypted = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            // The first 16 bytes as a number modulo 3 are their sum modulo 3, since 256 leaves 1.
            var sum = 0;
            foreach (var value in encrypted.AsSpan(0, 16))
                sum += value;
            key = (sum % 3) switch
            {
                0 => SHA256.HashData(encrypted),
                1 => SHA384.HashData(encrypted),
                _ => SHA512.HashData(encrypted),
            };
            if (rounds >= 64 && encrypted[^1] <= rounds - 32)
                return key[..32];
        }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Accounts;

/// <summary>Codes of authenticator apps (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
internal static class Totp
{
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Steps before and after the present one whose codes are taken, for clocks that differ.</summary>
    private const int Drift = 1;

    /// <param name="lastStep">Codes up to this step were used.</param>
    /// <returns>The step of the code; null when the code is not good.</returns>
    public static long? StepOf(byte[] secret, string code, long lastStep, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            var expected = Encoding.ASCII.GetBytes(CodeAt(secret, step));
            if (CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(code.Trim())) && step > lastStep)
                found = step;
        }

        return found;
    }

    public static string CodeAt(byte[] secret, DateTimeOffset at) => CodeAt(secret, at.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What an authenticator app reads as a QR code or link.</summary>
    public static string Uri(string username, byte[] secret) =>
        $"otpauth://totp/Daybook:{System.Uri.EscapeDataString(username)}?secret={Base32(secret)}&issuer=Daybook&algorithm=SHA1&digits=6&period=30";

    /// <returns>Empty for a text that is not Base32.</returns>
    public static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text.Trim().ToUpperInvariant())
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                return [];
            (bits, count) = ((bits << 5 | value) & 0xFFF, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }

    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }

        return text.ToString();
    }

#pragma warning disable CA5350 // The standard of authenticator apps is HMAC with SHA-1.
    private static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Daybook.Pdf;

/// <summary>
/// AES-256 in CBC mode, as revision 6 uses it for streams. The initialization vector of a stream is a keyed digest of its number and
/// content: it differs where the content does and is the same for the same document.
/// </summary>
internal sealed class StreamCipher(byte[] key) : IDisposable
{
    private readonly Aes aes = Create(key);
    private readonly byte[] vectorKey = HMACSHA256.HashData(key, "initialization vectors"u8);

    public byte[] Encrypt(int number, ReadOnlySpan<byte> bytes)
    {
        Span<byte> place = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(place, number);
        using var digest = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, vectorKey);
        digest.AppendData(place);
        digest.AppendData(bytes);
        var vector = digest.GetHashAndReset().AsSpan(0, 16);
        var encrypted = new byte[16 + bytes.Length / 16 * 16 + 16];
        vector.CopyTo(encrypted);
        aes.EncryptCbc(bytes, vector, encrypted.AsSpan(16));
        return encrypted;
    }

    public void Dispose() => aes.Dispose();

    private static Aes Create(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}

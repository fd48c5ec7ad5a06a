using System.Security.Cryptography;
using System.Text;

namespace Daybook.Accounts;

/// <summary>Seals bytes so that nobody reads or changes them (AES-256-GCM): nonce, tag and text, one after the other.</summary>
/// <param name="key">A key of the server; what seals is derived from it.</param>
/// <param name="use">What the derived key is for; a box of one use does not open for another.</param>
internal sealed class SealedBox(byte[] key, string use)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(use));

    /// <param name="owner">Whom the content belongs to; it opens for the same alone. Empty for nobody in particular.</param>
    public byte[] Seal(ReadOnlySpan<byte> content, string owner = "")
    {
        var box = new byte[NonceBytes + TagBytes + content.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), content, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(owner));
        return box;
    }

    /// <exception cref="CryptographicException">It was changed, or sealed for another owner, for another use or under another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string owner = "")
    {
        if (box.Length < NonceBytes + TagBytes)
            throw new CryptographicException("this is too short for a sealed box");
        var content = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Decrypt(box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), content, Encoding.UTF8.GetBytes(owner));
        return content;
    }
}

using System.Security.Cryptography;
using System.Text;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Protection;

/// <summary>Finds the key of a file from a password (ISO 32000-1, 7.6.3; ISO 32000-2, 7.6.4).</summary>
/// <param name="id">The first file identifier.</param>
internal sealed class FileKey(PdfDictionary encrypt, byte[] id)
{
    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    private readonly long revision = encrypt.Integer("R") ?? 0;
    private readonly byte[] owner = encrypt.Bytes("O") ?? [];
    private readonly byte[] user = encrypt.Bytes("U") ?? [];

    /// <returns>Null where the password is wrong.</returns>
    public byte[]? Find(string password)
    {
        if (revision >= 5)
            return owner.Length < 48 || user.Length < 48 ? null : FindAes256(PasswordHash.Prepare(password));
        var bytes = Encoding.Latin1.GetBytes(password);
        return owner.Length < 32 || user.Length < 32 ? null : OfUser(bytes) ?? OfUser(UserPasswordOf(bytes));
    }

    private byte[]? FindAes256(byte[] password)
    {
        if (Hash(password, owner.AsSpan(32, 8), user.AsSpan(0, 48)).AsSpan().SequenceEqual(owner.AsSpan(0, 32)))
            return Unwrap(Hash(password, owner.AsSpan(40, 8), user.AsSpan(0, 48)), "OE");
        return Hash(password, user.AsSpan(32, 8), []).AsSpan().SequenceEqual(user.AsSpan(0, 32))
            ? Unwrap(Hash(password, user.AsSpan(40, 8), []), "UE")
            : null;
    }

    private byte[]? Unwrap(byte[] key, string entry)
    {
        if (encrypt.Bytes(entry) is not { Length: >= 32 } wrapped)
            return null;
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    private byte[] Hash(byte[] password, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> userEntry) =>
        revision == 5 ? SHA256.HashData([.. password, .. salt, .. userEntry]) : PasswordHash.Of(password, salt, userEntry);

#pragma warning disable CA5351 // MD5 is what the older encryptions of PDF are made of; this only reads them.
    private byte[]? OfUser(byte[] password)
    {
        var length = KeyLength;
        var permissions = (int)(uint)((encrypt.Integer("P") ?? 0) & 0xFFFFFFFF);
        byte[] seed = [.. Pad(password), .. owner.AsSpan(0, 32), .. BitConverter.GetBytes(permissions), .. id];
        if (revision >= 4 && encrypt.Boolean("EncryptMetadata") == false)
            seed = [.. seed, 0xFF, 0xFF, 0xFF, 0xFF];
        var key = MD5.HashData(seed);
        for (var i = 0; revision >= 3 && i < 50; i++)
            key = MD5.HashData(key.AsSpan(0, length));
        key = key[..length];
        return Opens(key) ? key : null;
    }

    private bool Opens(byte[] key)
    {
        if (revision == 2)
            return Rc4.Apply(key, Padding).AsSpan().SequenceEqual(user.AsSpan(0, 32));
        var check = Rc4.Apply(key, MD5.HashData([.. Padding, .. id]));
        for (var i = 1; i <= 19; i++)
            check = Rc4.Apply(Mixed(key, i), check);
        return check.AsSpan().SequenceEqual(user.AsSpan(0, 16));
    }

    private byte[] UserPasswordOf(byte[] ownerPassword)
    {
        var key = MD5.HashData(Pad(ownerPassword));
        for (var i = 0; revision >= 3 && i < 50; i++)
            key = MD5.HashData(key);
        key = key[..KeyLength];
        var password = owner[..32];
        for (var i = revision >= 3 ? 19 : 0; i >= 0; i--)
            password = Rc4.Apply(Mixed(key, i), password);
        return password;
    }
#pragma warning restore CA5351

    private int KeyLength => revision == 2 ? 5 : (int)Math.Clamp((encrypt.Integer("Length") ?? (revision >= 4 ? 128 : 40)) / 8, 5, 16);

    private static byte[] Mixed(byte[] key, int with) => [.. key.Select(value => (byte)(value ^ with))];

    private static byte[] Pad(byte[] password) => [.. password.Concat(Padding).Take(32)];
}

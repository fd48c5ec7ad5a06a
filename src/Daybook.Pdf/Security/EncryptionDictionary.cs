using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Pdf;

/// <summary>
/// The standard security handler of revision 6 (ISO 32000-2, 7.6.4). Keys and salts are derived from the passwords and what the
/// settings say about the document, slowly, so that the same document gives the same bytes and a guess costs as much as with random ones.
/// </summary>
internal sealed class EncryptionDictionary
{
    /// <summary>So that trying passwords on the derived key is slower than trying them on the file itself.</summary>
    private const int Iterations = 4096;

    private readonly byte[] user;
    private readonly byte[] userKey;
    private readonly byte[] owner;
    private readonly byte[] ownerKey;
    private readonly byte[] checkedPermissions;
    private readonly int permissions;

    public EncryptionDictionary(PdfSettings settings, PdfEncryption encryption)
    {
        var userPassword = PasswordHash.Prepare(encryption.UserPassword);
        var ownerPassword = PasswordHash.Prepare(encryption.OwnerPassword.Length == 0 ? encryption.UserPassword : encryption.OwnerPassword);
        var secret = Encoding.UTF8.GetBytes($"{userPassword.Length}:{encryption.UserPassword}{encryption.OwnerPassword}");
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"daybook pdf\n{settings.Title}\n{settings.Author}\n{settings.Subject}\n{settings.Created:O}\n{(int)encryption.Permissions}");
        var derived = Rfc2898DeriveBytes.Pbkdf2(secret, Encoding.UTF8.GetBytes(about), Iterations, HashAlgorithmName.SHA512, 68);
        FileKey = derived[..32];
        var salts = derived.AsSpan(32);
        // Bits 7, 8, 13 and up are reserved and 1; bit 10 lets assistive technology read.
        permissions = unchecked((int)0xFFFFF0C0) | 1 << 9 | (int)encryption.Permissions;

        user = [.. PasswordHash.Of(userPassword, salts[..8], []), .. salts[..16]];
        userKey = EncryptKey(PasswordHash.Of(userPassword, salts[8..16], []));
        owner = [.. PasswordHash.Of(ownerPassword, salts[16..24], user), .. salts[16..32]];
        ownerKey = EncryptKey(PasswordHash.Of(ownerPassword, salts[24..32], user));

        var block = new byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(block, permissions);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), -1);
        "Tadb"u8.CopyTo(block.AsSpan(8));
        salts[32..36].CopyTo(block.AsSpan(12));
        using var aes = Aes.Create();
        aes.Key = FileKey;
        checkedPermissions = aes.EncryptEcb(block, PaddingMode.None);
    }

    /// <summary>What the streams of the file are encrypted with.</summary>
    public byte[] FileKey { get; }

    public void Write(ByteWriter to) => to
        .Raw("<</Filter/Standard/V 5/R 6/Length 256/CF<</StdCF<</CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF/P "u8)
        .Number(permissions).Raw("/U"u8).Hex(user).Raw("/UE"u8).Hex(userKey).Raw("/O"u8).Hex(owner).Raw("/OE"u8).Hex(ownerKey)
        .Raw("/Perms"u8).Hex(checkedPermissions).Raw(">>"u8);

    private byte[] EncryptKey(byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(FileKey, new byte[16], PaddingMode.None);
    }
}

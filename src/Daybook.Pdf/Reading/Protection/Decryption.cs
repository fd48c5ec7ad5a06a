using System.Security.Cryptography;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Protection;

/// <summary>Undoes the standard encryption of a file: RC4 and AES of 40 to 256 bits, revisions 2 to 6.</summary>
internal sealed class Decryption
{
    private readonly byte[] key;
    private readonly Cipher strings;
    private readonly Cipher streams;
    private readonly bool metadata;

    private Decryption(PdfDictionary encrypt, byte[] key)
    {
        this.key = key;
        Encrypt = encrypt;
        var version = encrypt.Integer("V") ?? 0;
        strings = version >= 4 ? NamedCipher(encrypt, "StrF") : Cipher.Rc4;
        streams = version >= 4 ? NamedCipher(encrypt, "StmF") : Cipher.Rc4;
        metadata = encrypt.Boolean("EncryptMetadata") ?? true;
    }

    public PdfDictionary Encrypt { get; }

    /// <exception cref="PdfReadException">The encryption is unknown, or the password is missing or wrong.</exception>
    public static Decryption Open(PdfDictionary encrypt, byte[] id, string? password)
    {
        if (encrypt.Name("Filter") is not (null or "Standard"))
            throw new PdfReadException(PdfReadError.UnknownEncryption, $"The file is encrypted by '{encrypt.Name("Filter")}', which this reader does not know.");
        if (encrypt.Integer("V") is not (1 or 2 or 4 or 5) || encrypt.Integer("R") is not (>= 2 and <= 6))
            throw new PdfReadException(PdfReadError.UnknownEncryption,
                $"The file is encrypted in version {encrypt.Integer("V")}, revision {encrypt.Integer("R")}, which this reader does not know.");
        var finder = new FileKey(encrypt, id);
        var key = finder.Find(password ?? "") ?? (password is null ? null : finder.Find(""));
        if (key is not null)
            return new Decryption(encrypt, key);
        throw password is null
            ? new PdfReadException(PdfReadError.PasswordNeeded, "The file is encrypted and opens only with a password.")
            : new PdfReadException(PdfReadError.WrongPassword, "The password does not open the file.");
    }

    public ReadOnlyMemory<byte> DecryptStream(PdfStream stream)
    {
        var isMetadata = stream.Dictionary.Name("Type") == "Metadata" && !metadata;
        var ownFilter = stream.Dictionary.OneOrMany("Filter").OfType<PdfName>().Any(name => name.Value == "Crypt");
        return isMetadata || ownFilter ? stream.Raw : Decrypt(streams, stream.Raw.Span, stream.ObjectNumber, stream.Generation);
    }

    /// <summary>The same object with its strings decrypted; streams are decrypted when they are decoded.</summary>
    public PdfObject DecryptStrings(PdfObject value, int number, int generation) => strings == Cipher.None ? value : value switch
    {
        PdfString text => new PdfString(Decrypt(strings, text.Bytes, number, generation)),
        PdfArray array => array.Replace(element => DecryptStrings(element, number, generation)),
        PdfDictionary dictionary => dictionary.Replace(element => DecryptStrings(element, number, generation)),
        PdfStream stream => new PdfStream(stream.Dictionary.Replace(element => DecryptStrings(element, number, generation)), stream.Raw, generation),
        _ => value,
    };

    private static Cipher NamedCipher(PdfDictionary encrypt, string entry)
    {
        var name = encrypt.Name(entry) ?? "Identity";
        return name == "Identity" ? Cipher.None : encrypt.Dictionary("CF")?.Dictionary(name)?.Name("CFM") switch
        {
            "V2" => Cipher.Rc4,
            "AESV2" => Cipher.Aes128,
            "AESV3" => Cipher.Aes256,
            "None" => Cipher.None,
            var other => throw new PdfReadException(PdfReadError.UnknownEncryption, $"The file is encrypted by the method '{other}', which this reader does not know."),
        };
    }

    private byte[] Decrypt(Cipher cipher, ReadOnlySpan<byte> data, int number, int generation) => cipher switch
    {
        Cipher.Rc4 => Rc4.Apply(ObjectKey(number, generation, aes: false), data),
        Cipher.Aes128 => DecryptAes(ObjectKey(number, generation, aes: true), data),
        Cipher.Aes256 => DecryptAes(key, data),
        _ => data.ToArray(),
    };

    /// <summary>The first 16 bytes are the initialisation vector. Damaged padding leaves the data as it comes out.</summary>
    private static byte[] DecryptAes(byte[] key, ReadOnlySpan<byte> data)
    {
        var length = (data.Length - 16) / 16 * 16;
        if (length <= 0)
            return [];
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(data.Slice(16, length), data[..16], PaddingMode.None);
        return plain[^1] is >= 1 and <= 16 ? plain[..^plain[^1]] : plain;
    }

#pragma warning disable CA5351 // MD5 is what the older encryptions of PDF are made of; this only reads them.
    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        byte[] seed = [.. key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8)];
        if (aes)
            seed = [.. seed, .. "sAlT"u8];
        return MD5.HashData(seed)[..Math.Min(16, key.Length + 5)];
    }
#pragma warning restore CA5351
}

using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Signs mails for a domain (RFC 6376): RSA, or Ed25519 (RFC 8463), as the key is.</summary>
internal static class DkimSigning
{
    /// <summary>Shorter RSA keys are taken for no signature at all (RFC 8301).</summary>
    private const int LeastBits = 1024;

    /// <returns>Null where the settings sign nothing.</returns>
    public static DkimSigner? Of(EmailOptions options)
    {
        if (options.DkimDomain.Length == 0)
            return null;
        var key = Read(options.DkimKeyFile);
        var algorithm = key is Ed25519PrivateKeyParameters ? DkimSignatureAlgorithm.Ed25519Sha256 : DkimSignatureAlgorithm.RsaSha256;
        return new DkimSigner(key, options.DkimDomain, options.DkimSelector, algorithm)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
    }

    /// <returns>Why mails cannot be signed with the key, as the end of a sentence; null where they can.</returns>
    public static string? Problem(string file)
    {
        try
        {
            return Read(file) switch
            {
                RsaKeyParameters { Modulus.BitLength: < LeastBits } rsa => $"holds an RSA key of {rsa.Modulus.BitLength} bits; receivers want at least {LeastBits}, and 2048 are usual",
                RsaKeyParameters or Ed25519PrivateKeyParameters => null,
                _ => "holds a key that is neither RSA nor Ed25519",
            };
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException or ArgumentException or InvalidOperationException)
        {
            return "cannot be read as a private key in PEM without a passphrase";
        }
    }

    /// <exception cref="FormatException">It holds no private key.</exception>
    private static AsymmetricKeyParameter Read(string file)
    {
        using var text = File.OpenText(file);
        using var reader = new PemReader(text);
        var key = reader.ReadObject() switch
        {
            AsymmetricCipherKeyPair pair => pair.Private,
            AsymmetricKeyParameter { IsPrivate: true } alone => alone,
            _ => null,
        };
        return key ?? throw new FormatException("there is no private key");
    }
}

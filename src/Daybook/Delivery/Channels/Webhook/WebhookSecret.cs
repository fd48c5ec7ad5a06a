using System.Security.Cryptography;

namespace Daybook.Delivery.Channels.Webhook;

/// <summary>The key of a signature, in the form of the Standard Webhooks specification.</summary>
internal sealed class WebhookSecret
{
    public const string Prefix = "whsec_";

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <returns>Null for a text of another form.</returns>
    public static WebhookSecret? Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) && length is >= 24 and <= 64 ? new WebhookSecret(key[..length]) : null;
    }

    /// <returns><c>v1,</c> and the HMAC-SHA256 in base64.</returns>
    public string Sign(ReadOnlySpan<byte> signed) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed));
}

using System.Security.Cryptography;
using System.Text;

namespace Daybook.Accounts;

/// <summary>Encrypts secrets that the database keeps, with a key that all nodes share (AES-256-GCM).</summary>
internal sealed class SealedSecrets(ServerKeys keys)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <param name="purpose">What the secret is for, such as <c>webhook.address</c>; it is opened only for the same.</param>
    public async Task<byte[]> SealAsync(string purpose, string secret, CancellationToken cancellationToken)
    {
        using var cipher = await CipherAsync(cancellationToken).ConfigureAwait(false);
        var plain = Encoding.UTF8.GetBytes(secret);
        var whole = new byte[1 + NonceBytes + TagBytes + plain.Length];
        whole[0] = Version;
        RandomNumberGenerator.Fill(whole.AsSpan(1, NonceBytes));
        cipher.Encrypt(whole.AsSpan(1, NonceBytes), plain, whole.AsSpan(1 + NonceBytes + TagBytes), whole.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return whole;
    }

    /// <exception cref="CryptographicException">It was changed, was sealed for something else, or with another server's key.</exception>
    public async Task<string> OpenAsync(string purpose, byte[] whole, CancellationToken cancellationToken)
    {
        if (whole.Length < 1 + NonceBytes + TagBytes || whole[0] != Version)
            throw new CryptographicException("this is no sealed secret");
        using var cipher = await CipherAsync(cancellationToken).ConfigureAwait(false);
        var plain = new byte[whole.Length - 1 - NonceBytes - TagBytes];
        cipher.Decrypt(whole.AsSpan(1, NonceBytes), whole.AsSpan(1 + NonceBytes + TagBytes), whole.AsSpan(1 + NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(purpose));
        return Encoding.UTF8.GetString(plain);
    }

    private async Task<AesGcm> CipherAsync(CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(ServerKeys.SealedSecrets, cancellationToken).ConfigureAwait(false);
        return new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "daybook sealed secrets"u8.ToArray()), TagBytes);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Daybook.Accounts;

namespace Daybook.Sources;

/// <summary>Seals the secrets of a source (AES-256-GCM), under a key that all nodes share; they open for the source they were sealed for and no other.</summary>
internal sealed class SourceSecrets(ServerKeys keys)
{
    private const string KeyName = "source_secrets";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <returns>Null for no secrets.</returns>
    public async Task<byte[]?> SealAsync(string source, ImmutableSortedDictionary<string, string> secrets, CancellationToken cancellationToken)
    {
        if (secrets.IsEmpty)
            return null;
        var plain = JsonSerializer.SerializeToUtf8Bytes(secrets, SourcesJson.Default.ImmutableSortedDictionaryStringString);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(await KeyAsync(cancellationToken).ConfigureAwait(false), TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(source));
        return box;
    }

    /// <exception cref="CryptographicException">They were changed, or sealed for another source or under another key.</exception>
    public async Task<ImmutableSortedDictionary<string, string>> OpenAsync(string source, byte[]? box, CancellationToken cancellationToken)
    {
        if (box is null)
            return ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (box.Length < NonceBytes + TagBytes)
            throw new CryptographicException("too short");
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(await KeyAsync(cancellationToken).ConfigureAwait(false), TagBytes);
        cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(source));
        return JsonSerializer.Deserialize(plain, SourcesJson.Default.ImmutableSortedDictionaryStringString)!;
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, await keys.GetAsync(KeyName, cancellationToken).ConfigureAwait(false), 32, info: "daybook source secrets"u8.ToArray());
}

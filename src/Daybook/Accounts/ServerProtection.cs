using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Daybook.Accounts;

/// <summary>Seals what the framework gives browsers to carry (AES-256-GCM), under the key that all nodes share: any of them opens what another sealed.</summary>
internal sealed class ServerProtection(ServerKeys keys) : IDataProtectionProvider
{
    private byte[]? _key;

    /// <summary>To be called before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) => _key = await keys.GetAsync(ServerKeys.Protection, cancellationToken).ConfigureAwait(false);

    public IDataProtector CreateProtector(string purpose) => new Protector(this, purpose);

    private byte[] KeyOf(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, _key ?? throw new InvalidOperationException("the key is not loaded yet"), 32, info: Encoding.UTF8.GetBytes(purpose));

    private sealed class Protector(ServerProtection provider, string purpose) : IDataProtector
    {
        private const int NonceBytes = 12;
        private const int TagBytes = 16;

        public IDataProtector CreateProtector(string innerPurpose) => new Protector(provider, $"{purpose.Length}:{purpose}{innerPurpose}");

        public byte[] Protect(byte[] plaintext)
        {
            var sealedBytes = new byte[NonceBytes + TagBytes + plaintext.Length];
            var nonce = sealedBytes.AsSpan(0, NonceBytes);
            RandomNumberGenerator.Fill(nonce);
            using var cipher = new AesGcm(provider.KeyOf(purpose), TagBytes);
            cipher.Encrypt(nonce, plaintext, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
            return sealedBytes;
        }

        public byte[] Unprotect(byte[] protectedData)
        {
            if (protectedData.Length < NonceBytes + TagBytes)
                throw new CryptographicException("too short");
            var plaintext = new byte[protectedData.Length - NonceBytes - TagBytes];
            using var cipher = new AesGcm(provider.KeyOf(purpose), TagBytes);
            cipher.Decrypt(protectedData.AsSpan(0, NonceBytes), protectedData.AsSpan(NonceBytes + TagBytes), protectedData.AsSpan(NonceBytes, TagBytes), plaintext);
            return plaintext;
        }
    }
}

using Microsoft.AspNetCore.DataProtection;

namespace Daybook.Accounts;

/// <summary>Seals what the framework gives browsers to carry, under the key that all nodes share: any of them opens what another sealed.</summary>
internal sealed class ServerProtection(ServerKeys keys) : IDataProtectionProvider
{
    private byte[]? _key;

    /// <summary>To be called before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) => _key = await keys.GetAsync(ServerKeys.Protection, cancellationToken).ConfigureAwait(false);

    public IDataProtector CreateProtector(string purpose) => new Protector(this, purpose);

    private SealedBox BoxOf(string purpose) => new(_key ?? throw new InvalidOperationException("the key is not loaded yet"), purpose);

    private sealed class Protector(ServerProtection provider, string purpose) : IDataProtector
    {
        public IDataProtector CreateProtector(string innerPurpose) => new Protector(provider, $"{purpose.Length}:{purpose}{innerPurpose}");

        public byte[] Protect(byte[] plaintext) => provider.BoxOf(purpose).Seal(plaintext);

        public byte[] Unprotect(byte[] protectedData) => provider.BoxOf(purpose).Open(protectedData);
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Daybook.Accounts;

/// <summary>Encrypts texts that the database keeps, with a key that all nodes share.</summary>
internal sealed class SealedSecrets(ServerKeys keys)
{
    /// <summary>The first byte of what is kept: how the rest was sealed.</summary>
    private const byte Version = 1;

    /// <param name="purpose">What the secret is for, such as <c>webhook.address</c>; it is opened only for the same.</param>
    public async Task<byte[]> SealAsync(string purpose, string secret, CancellationToken cancellationToken) =>
        [Version, .. (await BoxAsync(cancellationToken).ConfigureAwait(false)).Seal(Encoding.UTF8.GetBytes(secret), purpose)];

    /// <exception cref="CryptographicException">It was changed, was sealed for something else, or with another server's key.</exception>
    public async Task<string> OpenAsync(string purpose, byte[] whole, CancellationToken cancellationToken)
    {
        if (whole is not [Version, ..])
            throw new CryptographicException("this is no sealed secret");
        return Encoding.UTF8.GetString((await BoxAsync(cancellationToken).ConfigureAwait(false)).Open(whole.AsSpan(1), purpose));
    }

    private async Task<SealedBox> BoxAsync(CancellationToken cancellationToken) =>
        new(await keys.GetAsync(ServerKeys.SealedSecrets, cancellationToken).ConfigureAwait(false), "daybook sealed secrets");
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Daybook.Accounts;

namespace Daybook.Sources;

/// <summary>Seals the secrets of a source under a key that all nodes share; they open for the source they were sealed for and no other.</summary>
internal sealed class SourceSecrets(ServerKeys keys)
{
    /// <returns>Null for no secrets.</returns>
    public async Task<byte[]?> SealAsync(string source, ImmutableSortedDictionary<string, string> secrets, CancellationToken cancellationToken) =>
        secrets.IsEmpty
            ? null
            : (await BoxAsync(cancellationToken).ConfigureAwait(false)).Seal(JsonSerializer.SerializeToUtf8Bytes(secrets, SourcesJson.Default.ImmutableSortedDictionaryStringString), source);

    /// <exception cref="CryptographicException">They were changed, or sealed for another source or under another key.</exception>
    public async Task<ImmutableSortedDictionary<string, string>> OpenAsync(string source, byte[]? box, CancellationToken cancellationToken) =>
        box is null
            ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            : JsonSerializer.Deserialize((await BoxAsync(cancellationToken).ConfigureAwait(false)).Open(box, source), SourcesJson.Default.ImmutableSortedDictionaryStringString)!;

    private async Task<SealedBox> BoxAsync(CancellationToken cancellationToken) =>
        new(await keys.GetAsync(ServerKeys.SourceSecrets, cancellationToken).ConfigureAwait(false), "daybook source secrets");
}

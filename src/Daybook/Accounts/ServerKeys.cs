using System.Collections.Concurrent;
using System.Security.Cryptography;
using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>Keys that all nodes share, made when first asked for.</summary>
internal sealed class ServerKeys(Database database)
{
    public const string AccessTokens = "access_tokens";
    public const string DownloadLinks = "download_links";
    public const string SealedSecrets = "sealed_secrets";
    public const string Protection = "protection";
    public const string SourceSecrets = "source_secrets";
    public const string FilePasswords = "file_passwords";
    public const string UnsubscribeLinks = "unsubscribe_links";

    private const int KeyBytes = 64;

    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    public async Task<byte[]> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(name, out var known))
            return known;
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            "insert into server_keys (name, key) values (@name, @key) on conflict (name) do nothing",
            new { name, key = RandomNumberGenerator.GetBytes(KeyBytes) },
            cancellationToken).ConfigureAwait(false);
        var key = await session.GetAsync<byte[]>("select key from server_keys where name = @name", new { name }, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return _known.GetOrAdd(name, key);
    }
}

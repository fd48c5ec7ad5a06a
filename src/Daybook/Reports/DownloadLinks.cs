using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daybook.Accounts;
using Daybook.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

/// <summary>Links that let whoever has them download one export until they expire or are revoked.</summary>
internal sealed class DownloadLinks(ServerKeys keys, IOptions<HostingOptions> hosting, IOptions<ReportsOptions> options, TimeProvider clock)
{
    /// <summary>For whoever asks: without a public address, by the one they reached the server at.</summary>
    public Task<(string Url, DateTimeOffset ExpiresAt)> CreateAsync(StoredExport export, HttpRequest request, CancellationToken cancellationToken) =>
        CreateAsync(export, hosting.Value.AddressFor(request), clock.GetUtcNow().AddHours(options.Value.LinkHours), cancellationToken);

    /// <param name="address">Where the reader of the link reaches the server.</param>
    public async Task<(string Url, DateTimeOffset ExpiresAt)> CreateAsync(StoredExport export, string address, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        // To the second, which is what the link says.
        var expires = DateTimeOffset.FromUnixTimeSeconds(expiresAt.ToUnixTimeSeconds());
        var signature = await SignAsync(export, expires.ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
        var path = string.Create(CultureInfo.InvariantCulture, $"{DaybookServer.ApiPath}/exports/{export.Id}/download?expires={expires.ToUnixTimeSeconds()}&signature={signature}");
        return (address.TrimEnd('/') + path, expires);
    }

    /// <exception cref="ProblemException">The link was changed, revoked, or is too old.</exception>
    public async Task RequireAsync(StoredExport export, long expires, string signature, CancellationToken cancellationToken)
    {
        var expected = await SignAsync(export, expires, cancellationToken).ConfigureAwait(false);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature)))
            throw ProblemException.NotFound("Export");
        if (clock.GetUtcNow().ToUnixTimeSeconds() >= expires)
            throw new ProblemException(ProblemType.LinkExpired, "The link has expired; ask for a new one.");
    }

    private async Task<string> SignAsync(StoredExport export, long expires, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(ServerKeys.DownloadLinks, cancellationToken).ConfigureAwait(false);
        var text = string.Create(CultureInfo.InvariantCulture, $"{export.Id}|{expires}|{export.LinkVersion}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}

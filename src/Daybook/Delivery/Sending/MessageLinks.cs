using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Daybook.Accounts;
using Daybook.Delivery.Channels;
using Daybook.Hosting;
using Daybook.Reports;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Daybook.Delivery.Sending;

/// <summary>The addresses that messages hold. They depend on the delivery and not on when it is tried.</summary>
internal sealed class MessageLinks(DownloadLinks downloads, ServerKeys keys, IOptions<HostingOptions> hosting, IOptions<DeliveryOptions> options)
{
    public const string UnsubscribePath = "/unsubscribe";

    /// <summary>Null while the server does not know the address that people reach it at.</summary>
    public Uri? Server => Uri.TryCreate(hosting.Value.PublicAddress, UriKind.Absolute, out var address) ? address : null;

    /// <exception cref="MessageException">The server has no public address.</exception>
    public async Task<DeliveryLink> ToAsync(StoredExport export, StoredDelivery delivery, CancellationToken cancellationToken)
    {
        if (Server is null)
            throw new MessageException("no_public_address", $"{export.FileName} is to be sent as a link, but the server does not know its own address. Set Hosting:PublicAddress.");
        var (url, expires) = await downloads.CreateAsync(export, hosting.Value.PublicAddress, delivery.WrittenAt.AddHours(options.Value.LinkHours), cancellationToken).ConfigureAwait(false);
        return new DeliveryLink(export.Id, export.FileName!, export.Format, export.FileSizeBytes ?? 0, new Uri(url), Instant.FromDateTimeOffset(expires));
    }

    /// <returns>Null while the server has no public address.</returns>
    public async Task<Uri?> UnsubscribeAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        if (Server is null)
            return null;
        var signature = await SignAsync(delivery, cancellationToken).ConfigureAwait(false);
        return new Uri($"{hosting.Value.PublicAddress.TrimEnd('/')}{UnsubscribePath}/{delivery}?signature={signature}");
    }

    /// <summary>Whether the link is one that this server gave out.</summary>
    public async Task<bool> IsOursAsync(DeliveryId delivery, string signature, CancellationToken cancellationToken) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(await SignAsync(delivery, cancellationToken).ConfigureAwait(false)), Encoding.UTF8.GetBytes(signature));

    internal async Task<string> SignAsync(DeliveryId delivery, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(ServerKeys.UnsubscribeLinks, cancellationToken).ConfigureAwait(false);
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(delivery.ToString())));
    }
}

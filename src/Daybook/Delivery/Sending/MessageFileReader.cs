using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Sending;

/// <summary>Reads the artifacts of a delivery, or makes links to them.</summary>
internal sealed class MessageFileReader(Database database, ReportStores reports, ContentStore contents, MessageLinks links)
{
    /// <param name="room">What attachments may weigh together, in bytes; what does not fit becomes a link.</param>
    /// <exception cref="MessageException">The report was removed, or a link cannot be made.</exception>
    public async Task<MessageFiles> ReadAsync(StoredDistribution distribution, StoredDelivery delivery, long room, CancellationToken cancellationToken)
    {
        var attachments = ImmutableArray.CreateBuilder<DeliveryAttachment>();
        var fetched = ImmutableArray.CreateBuilder<DeliveryLink>();
        var missing = ImmutableArray.CreateBuilder<DistributedArtifact>();
        var tooLarge = ImmutableArray.CreateBuilder<string>();
        foreach (var artifact in distribution.ReadArtifacts())
        {
            if (artifact is not { ExportId: { } id, Sha256: { } sha256 })
            {
                missing.Add(artifact);
                continue;
            }

            if (!artifact.AsLink && artifact.SizeBytes <= room)
            {
                room -= artifact.SizeBytes;
                attachments.Add(new DeliveryAttachment(artifact.FileName!, artifact.MediaType!, sha256, await ContentAsync(sha256, cancellationToken).ConfigureAwait(false)));
                continue;
            }

            fetched.Add(await links.ToAsync(await ExportAsync(new ExportId(id), cancellationToken).ConfigureAwait(false), delivery, cancellationToken).ConfigureAwait(false));
            if (!artifact.AsLink)
                tooLarge.Add(artifact.FileName!);
        }

        return new MessageFiles(attachments.ToImmutable(), fetched.ToImmutable(), missing.ToImmutable(), tooLarge.ToImmutable());
    }

    private async Task<byte[]> ContentAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StoredExport> ExportAsync(ExportId id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await reports.Exports.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw new MessageException("report_removed", "The report was removed before it was sent.");
    }
}

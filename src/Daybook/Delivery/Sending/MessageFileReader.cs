using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Sending;

/// <summary>Reads the artifacts of a delivery, or makes links to them.</summary>
internal sealed class MessageFileReader(Database database, ReportStores reports, ContentStore contents, ProtectedFiles protection, MessageLinks links)
{
    /// <summary>What people like to open the whole report in, best first.</summary>
    private static readonly ImmutableArray<string> ReadingFormats = ["html", "pdf", "docx", "markdown", "xlsx"];

    /// <param name="room">What attachments may weigh together, in bytes; what does not fit becomes a link.</param>
    /// <param name="forPeople">Whether a link to the whole is wanted beside what is attached.</param>
    /// <exception cref="MessageException">The report was removed, or a link cannot be made.</exception>
    public async Task<MessageFiles> ReadAsync(StoredDistribution distribution, StoredDelivery delivery, long room, bool forPeople, CancellationToken cancellationToken)
    {
        var artifacts = distribution.ReadArtifacts();
        var attachments = ImmutableArray.CreateBuilder<DeliveryAttachment>();
        var fetched = ImmutableArray.CreateBuilder<DeliveryLink>();
        var missing = ImmutableArray.CreateBuilder<DistributedArtifact>();
        var tooLarge = ImmutableArray.CreateBuilder<string>();
        var password = distribution.ReadSettings().Password;
        foreach (var artifact in artifacts)
        {
            if (artifact is not { ExportId: { } id, Sha256: { } sha256 })
            {
                missing.Add(artifact);
                continue;
            }

            if (password is not null)
            {
                var copy = await protection.MakeAsync(artifact, password, delivery, cancellationToken).ConfigureAwait(false);
                if (copy.Content.Length > room)
                    throw new MessageException("protected_too_large", $"{copy.FileName} is too large to be attached, and a link would lead to the file without its password. Send less in one report, or by a channel that takes larger files.");
                room -= copy.Content.Length;
                attachments.Add(copy);
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

        // A link to the whole would lead past the password.
        var whole = fetched.MinBy(link => Rank(link.Format)) ?? (forPeople && password is null ? await WholeAsync(artifacts, delivery, cancellationToken).ConfigureAwait(false) : null);
        return new MessageFiles(attachments.ToImmutable(), fetched.ToImmutable(), missing.ToImmutable(), tooLarge.ToImmutable(), whole) { AreProtected = password is not null };
    }

    private static int Rank(string format) => ReadingFormats.IndexOf(format) is var rank && rank < 0 ? ReadingFormats.Length : rank;

    /// <returns>Null where nothing was made, or the server does not know the address that people reach it at.</returns>
    private async Task<DeliveryLink?> WholeAsync(DistributedArtifact[] artifacts, StoredDelivery delivery, CancellationToken cancellationToken) =>
        links.Server is not null && artifacts.Where(artifact => artifact.ExportId is not null && artifact.Sha256 is not null).MinBy(artifact => Rank(artifact.Format)) is { ExportId: { } id }
            ? await links.ToAsync(await ExportAsync(new ExportId(id), cancellationToken).ConfigureAwait(false), delivery, cancellationToken).ConfigureAwait(false)
            : null;

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

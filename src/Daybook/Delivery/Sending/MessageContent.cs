using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Delivery.Channels;
using Daybook.Reports;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Delivery.Sending;

/// <summary>Makes the message of a delivery from what is kept. The same delivery gives the same message each time.</summary>
internal sealed class MessageContent(Database database, DeliveryStore ledger, ReportStores reports, ContentStore contents, MessageLinks links)
{
    /// <param name="linksOnly">Whether nothing may be attached, because the other side found it too large.</param>
    /// <exception cref="MessageException">There is nothing to send any more, or a link is needed that cannot be made.</exception>
    public async Task<DeliveryMessage> WriteAsync(StoredDelivery delivery, IDeliveryChannel channel, bool linksOnly, CancellationToken cancellationToken)
    {
        StoredDistribution distribution;
        StoredReport? report = null;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            distribution = await ledger.GetAsync(session, delivery.DistributionId, cancellationToken).ConfigureAwait(false);
            if (delivery.ReportId is { } id)
                report = await reports.Reports.FindAsync(session, Caller.Server, id, cancellationToken).ConfigureAwait(false);
        }

        var notice = distribution.ReadNotice();
        if (report is null && notice is null)
            throw new MessageException("report_removed", "The report was removed before it was sent.");
        var target = distribution.ReadSettings();
        var isNote = notice is null && target.OnEmpty == EmptyPolicy.Note && DeliveryOrders.IsEmpty(report!);
        var files = isNote ? MessageFiles.None : await FilesAsync(distribution, delivery, linksOnly ? 0 : channel.Traits.MaximumBytes, cancellationToken).ConfigureAwait(false);
        var facts = Facts(distribution, report, notice, files);
        var text = new PlainMessage(distribution, facts, files, isNote);
        var isShared = target.IsShared(delivery.Recipient);
        var written = delivery.PlannedAt > delivery.DueAt ? delivery.PlannedAt : delivery.DueAt;
        return new DeliveryMessage(delivery.DeliveryKey, delivery.Recipient, text.Subject, text.Body, Instant.FromDateTimeOffset(written))
        {
            Report = facts,
            Attachments = files.Attachments,
            Links = files.Links,
            NamedTo = isShared ? target.To : [],
            NamedCc = isShared ? target.Cc : [],
            Unsubscribe = channel.Traits.ReachesPeople ? await links.UnsubscribeAsync(delivery.Id, cancellationToken).ConfigureAwait(false) : null,
        };
    }

    private async Task<MessageFiles> FilesAsync(StoredDistribution distribution, StoredDelivery delivery, long room, CancellationToken cancellationToken)
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
            }
            else if (!artifact.AsLink && artifact.SizeBytes <= room)
            {
                room -= artifact.SizeBytes;
                await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
                attachments.Add(new DeliveryAttachment(artifact.FileName!, artifact.MediaType!, sha256, await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false)));
            }
            else
            {
                fetched.Add(await links.ToAsync(await ExportAsync(new ExportId(id), cancellationToken).ConfigureAwait(false), delivery, cancellationToken).ConfigureAwait(false));
                if (!artifact.AsLink)
                    tooLarge.Add(artifact.FileName!);
            }
        }

        return new MessageFiles(attachments.ToImmutable(), fetched.ToImmutable(), missing.ToImmutable(), tooLarge.ToImmutable());
    }

    private async Task<StoredExport> ExportAsync(ExportId id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await reports.Exports.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw new MessageException("report_removed", "The report was removed before it was sent.");
    }

    private static ReportFacts Facts(StoredDistribution distribution, StoredReport? report, Notice? notice, MessageFiles files) => new(
        distribution.Event,
        distribution.Title,
        LocalDate.FromDateOnly(distribution.BusinessDate),
        notice?.Status ?? report!.Status.Word,
        distribution.ReportId?.Value,
        distribution.ScheduleId?.Value,
        distribution.OccurrenceId?.Value,
        notice?.Figures ?? [],
        notice?.Failures ?? FailuresOf(report!),
        files.Links.IsEmpty ? null : files.Links[0].Address);

    private static ImmutableArray<string> FailuresOf(StoredReport report) => report.ReportData is not { } data ? [] :
        [.. ReportData.Parse(data.Text).Blocks.Where(block => block.Status == Documents.SectionStatus.Failed).Select(block => $"{block.Title ?? block.Id}: {block.Reason ?? "no reason was given"}")];
}

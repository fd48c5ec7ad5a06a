using Daybook.Accounts;
using Daybook.Documents;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Sending;

/// <summary>Reads what a message is about from what is kept.</summary>
internal sealed class MessageSources(Database database, DeliveryStore ledger, ReportStores reports, ContentStore contents)
{
    public async Task<MessageSource> ReadAsync(StoredDelivery delivery, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var distribution = await ledger.GetAsync(session, delivery.DistributionId, cancellationToken).ConfigureAwait(false);
        var schedule = delivery.ScheduleId is { } scheduleId ? await ledger.ScheduleNameAsync(session, scheduleId, cancellationToken).ConfigureAwait(false) : null;
        var report = delivery.ReportId is { } id ? await reports.Reports.FindAsync(session, Caller.Server, id, cancellationToken).ConfigureAwait(false) : null;
        var document = report is { Status.IsMade: true, DocumentSha256: { } sha256 } ? DocumentJson.Read(await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false)) : null;
        return new MessageSource(distribution, report, document, schedule);
    }
}

using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Sending;

/// <summary>Reads what a message is about from what is kept.</summary>
internal sealed class MessageSources(Database database, DeliveryStore ledger, ReportStores reports, SentReports made)
{
    public async Task<MessageSource> ReadAsync(StoredDelivery delivery, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var distribution = await ledger.GetAsync(session, delivery.DistributionId, cancellationToken).ConfigureAwait(false);
        var schedule = delivery.ScheduleId is { } scheduleId ? await ledger.ScheduleNameAsync(session, scheduleId, cancellationToken).ConfigureAwait(false) : null;
        var report = delivery.ReportId is { } id ? await reports.Reports.FindAsync(session, Caller.Server, id, cancellationToken).ConfigureAwait(false) : null;
        var sent = report is { Status.IsMade: true, DocumentSha256: not null } ? await made.ReadAsync(session, report, cancellationToken).ConfigureAwait(false) : null;
        return new MessageSource(distribution, report, sent, schedule);
    }
}

using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Delivery.Messages;
using Daybook.Input;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Tells those whom a burst's settings name what went wrong with it.</summary>
internal sealed class BurstAlarms(DistributionReader distributions, DeliveryOrders deliveries)
{
    /// <summary>Nobody else learns who the recipients are.</summary>
    public async Task TellAsync(Session session, StoredBurst burst, ImmutableArray<string> sentences, CancellationToken cancellationToken)
    {
        if (burst.IsTest || burst.ReadDefinition().Alarm is not { } alarm)
            return;
        var distribution = distributions.Read(alarm, "distribution", new FieldProblems());
        var notice = new Notice(NoticeDocument.NotDelivered, burst.ReadTemplate().Metadata.Name, burst.ReportDate, "completed_with_errors", sentences, [])
        {
            Because = "the settings of the burst name you for what goes wrong with it",
        };
        await deliveries.PlanAsync(
            session,
            Caller.Server,
            new DeliveryOrder(null, distribution) { Notice = notice, OccurrenceId = burst.OccurrenceId?.Value ?? burst.Id.Value, ScheduleId = burst.ScheduleId?.Value, Revision = burst.Revision },
            cancellationToken).ConfigureAwait(false);
    }
}

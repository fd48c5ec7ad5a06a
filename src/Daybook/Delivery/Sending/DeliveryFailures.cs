using System.Text.Json.Nodes;
using Daybook.Storage;
using Daybook.Webhooks;

namespace Daybook.Delivery.Sending;

/// <summary>Tells those who subscribed that a delivery was given up; not whose it was, which the ledger tells those who may know.</summary>
internal sealed class DeliveryFailures(EventOutbox outbox)
{
    public Task TellAsync(Session session, StoredDelivery delivery, string? code, string? sentence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var data = new JsonObject
        {
            ["delivery_id"] = delivery.Id.Value,
            ["report_id"] = delivery.ReportId?.Value,
            ["channel"] = delivery.Channel,
            ["code"] = code,
            ["sentence"] = sentence?.Replace(delivery.Recipient, "the recipient", StringComparison.OrdinalIgnoreCase),
        };
        return outbox.AddAsync(session, WebhookEvent.DeliveryFailed, data, now, cancellationToken);
    }
}

using System.Text.Json.Nodes;
using Daybook.Storage;
using Daybook.Webhooks;

namespace Daybook.Delivery.Sending;

/// <summary>Tells those who subscribed that a delivery was given up, is unknown or came back; not whose it was, which the ledger tells those who may know.</summary>
internal sealed class DeliveryNews(EventOutbox outbox)
{
    public Task TellAsync(Session session, WebhookEvent happened, StoredDelivery delivery, string? code, string? sentence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var data = new JsonObject
        {
            ["delivery_id"] = delivery.Id.Value,
            ["report_id"] = delivery.ReportId?.Value,
            ["channel"] = delivery.Channel,
            ["code"] = code,
            ["sentence"] = sentence?.Replace(delivery.Recipient, "the recipient", StringComparison.OrdinalIgnoreCase),
        };
        return outbox.AddAsync(session, happened, data, now, cancellationToken);
    }
}

using System.Text.Json;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>One recipient's part of a burst before it is written; fields as in <see cref="StoredBurstPart"/>.</summary>
internal sealed record NewBurstPart(BurstRecipient Recipient, long Rows, ReportId? Report, BurstPartState State, string? Code = null, string? Reason = null)
{
    public Json Settings => new(JsonSerializer.Serialize(Recipient, BurstJson.Default.BurstRecipient));
}

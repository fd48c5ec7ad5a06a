using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>One recipient's part of a burst before it is written; fields as in <see cref="StoredBurstPart"/>.</summary>
internal sealed record NewBurstPart(BurstRecipient Recipient, Json Settings, long Rows, ReportId? Report, BurstPartState State, string? Code = null, string? Reason = null);

using System.Collections.Immutable;

namespace Daybook.Delivery.Bursting;

/// <summary>A suppressed delivery of a part's report.</summary>
internal sealed record HeldDelivery
{
    /// <summary>Of the part.</summary>
    public int Number { get; init; }

    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    private bool IsBarred => DeliverySummary.BarringCodes.Contains(ReasonCode);

    /// <summary>Why a report goes to nobody, from all of its deliveries; what no setting of the burst wants comes first.</summary>
    public static StoredBurstPart Tell(StoredBurstPart part, ImmutableArray<HeldDelivery> all)
    {
        if (all.IsEmpty)
            return part with { ReasonCode = BurstCodes.NoRecipients, Reason = "There is nobody to send it to." };
        var first = all.FirstOrDefault(delivery => delivery.IsBarred) ?? all[0];
        return part with
        {
            // The burst's own condition says more than what follows from it.
            ReasonCode = part.ReasonCode ?? first.ReasonCode,
            Reason = string.Join(' ', all.Select(delivery => delivery.Reason).OfType<string>().Distinct(StringComparer.Ordinal)),
            IsBarred = first.IsBarred,
        };
    }
}

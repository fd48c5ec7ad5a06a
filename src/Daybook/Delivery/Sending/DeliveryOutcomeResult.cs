using System.Globalization;
using Daybook.Delivery.Channels;

namespace Daybook.Delivery.Sending;

/// <summary>What follows from the outcome of a try.</summary>
/// <param name="limit">Tries before a delivery is given up.</param>
internal sealed class DeliveryOutcomeResult(StoredDelivery delivery, int limit, DateTimeOffset now) : IDeliveryOutcomeVisitor<DeliveryResult>
{
    private int Tries => delivery.Attempt + 1;

    private DateTimeOffset Begun => delivery.PlannedAt > delivery.DueAt ? delivery.PlannedAt : delivery.DueAt;

    public DeliveryResult Accepted(DeliveryOutcome.Accepted outcome) => new(DeliveryStep.Accept, true, null, outcome.Sentence, outcome.Receipt, null);

    public DeliveryResult Deferred(DeliveryOutcome.Deferred outcome) => Tries >= limit && (outcome.RetryAfter is null || now - Begun >= RetryPause.Whole(limit))
        ? new DeliveryResult(DeliveryStep.GiveUp, true, outcome.Code, string.Create(CultureInfo.InvariantCulture, $"{outcome.Sentence} It was tried {Tries} times and is given up."), null, null)
        : new DeliveryResult(DeliveryStep.Defer, true, outcome.Code, outcome.SentenceBeforeNext, null, now + RetryPause.After(delivery.Attempt, outcome.RetryAfter?.ToTimeSpan()));

    public DeliveryResult Refused(DeliveryOutcome.Refused outcome) => new(DeliveryStep.GiveUp, true, outcome.Code, outcome.Sentence, null, null);

    public DeliveryResult Unknown(DeliveryOutcome.Unknown outcome) => new(DeliveryStep.Lose, true, outcome.Code, outcome.Sentence, null, RepeatAt());

    /// <summary>When a lost one is sent again; null where a person decides.</summary>
    public DateTimeOffset? RepeatAt() => delivery.Guarantee == DeliveryGuarantee.AtLeastOnce && Tries < limit ? now + RetryPause.After(delivery.Attempt, null) : null;
}

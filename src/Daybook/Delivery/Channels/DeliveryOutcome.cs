using NodaTime;

namespace Daybook.Delivery.Channels;

/// <summary>How one try came out, with a sentence for the history.</summary>
internal abstract record DeliveryOutcome
{
    private protected DeliveryOutcome(string sentence) => Sentence = sentence;

    /// <summary>For people: what happened, and what to do where something can be done. Holds no secret.</summary>
    public string Sentence { get; }

    public abstract T Accept<T>(IDeliveryOutcomeVisitor<T> visitor);

    /// <summary>The other side took it.</summary>
    /// <param name="Receipt">What the other side calls it; null when it said nothing.</param>
    internal sealed record Accepted(string Sentence, string? Receipt = null) : DeliveryOutcome(Sentence)
    {
        public override T Accept<T>(IDeliveryOutcomeVisitor<T> visitor) => visitor.Accepted(this);
    }

    /// <summary>The recipient certainly does not have it, and another try may help. Whether one follows, the sentence does not say.</summary>
    /// <param name="RetryAfter">How long the other side asked to wait; null when it did not.</param>
    internal sealed record Deferred(string Code, string Sentence, Duration? RetryAfter = null) : DeliveryOutcome(Sentence)
    {
        /// <summary>The sentence for the history where another try follows.</summary>
        public string SentenceBeforeNext => $"{Sentence} It is tried again{(RetryAfter is null ? "" : " when the other side allows")}.";

        public override T Accept<T>(IDeliveryOutcomeVisitor<T> visitor) => visitor.Deferred(this);
    }

    /// <summary>The recipient certainly does not have it, and another try cannot help.</summary>
    internal sealed record Refused(string Code, string Sentence) : DeliveryOutcome(Sentence)
    {
        public override T Accept<T>(IDeliveryOutcomeVisitor<T> visitor) => visitor.Refused(this);
    }

    /// <summary>Nobody can tell whether the recipient has it.</summary>
    internal sealed record Unknown(string Code, string Sentence) : DeliveryOutcome(Sentence)
    {
        public override T Accept<T>(IDeliveryOutcomeVisitor<T> visitor) => visitor.Unknown(this);
    }
}

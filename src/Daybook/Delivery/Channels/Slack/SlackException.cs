namespace Daybook.Delivery.Channels.Slack;

/// <summary>A step came to nothing; what that means for the message is decided.</summary>
internal sealed class SlackException(DeliveryOutcome outcome) : Exception(outcome.Sentence)
{
    public DeliveryOutcome Outcome { get; } = outcome;
}

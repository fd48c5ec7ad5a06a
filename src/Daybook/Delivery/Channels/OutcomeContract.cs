namespace Daybook.Delivery.Channels;

/// <summary>Outcomes as answers of the API.</summary>
internal sealed class OutcomeContract : IDeliveryOutcomeVisitor<ChannelTestContract>
{
    private static readonly OutcomeContract Only = new();

    public static ChannelTestContract Of(DeliveryOutcome outcome) => outcome.Accept(Only);

    public ChannelTestContract Accepted(DeliveryOutcome.Accepted outcome) => new("accepted", null, outcome.Sentence);

    public ChannelTestContract Deferred(DeliveryOutcome.Deferred outcome) => new("deferred", outcome.Code, outcome.Sentence);

    public ChannelTestContract Refused(DeliveryOutcome.Refused outcome) => new("refused", outcome.Code, outcome.Sentence);

    public ChannelTestContract Unknown(DeliveryOutcome.Unknown outcome) => new("unknown", outcome.Code, outcome.Sentence);
}

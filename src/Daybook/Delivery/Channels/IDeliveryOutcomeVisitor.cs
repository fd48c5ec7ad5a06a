namespace Daybook.Delivery.Channels;

internal interface IDeliveryOutcomeVisitor<out T>
{
    T Accepted(DeliveryOutcome.Accepted outcome);

    T Deferred(DeliveryOutcome.Deferred outcome);

    T Refused(DeliveryOutcome.Refused outcome);

    T Unknown(DeliveryOutcome.Unknown outcome);
}

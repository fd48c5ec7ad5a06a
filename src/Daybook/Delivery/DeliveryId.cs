using Daybook.Storage;

namespace Daybook.Delivery;

internal readonly record struct DeliveryId(Guid Value) : IIdentity<DeliveryId>
{
    public static DeliveryId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

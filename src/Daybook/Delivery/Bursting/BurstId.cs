using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

internal readonly record struct BurstId(Guid Value) : IIdentity<BurstId>
{
    public static BurstId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

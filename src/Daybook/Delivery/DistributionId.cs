using Daybook.Storage;

namespace Daybook.Delivery;

internal readonly record struct DistributionId(Guid Value) : IIdentity<DistributionId>
{
    public static DistributionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

using Daybook.Storage;

namespace Daybook.Delivery;

internal readonly record struct SuppressionId(Guid Value) : IIdentity<SuppressionId>
{
    public static SuppressionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

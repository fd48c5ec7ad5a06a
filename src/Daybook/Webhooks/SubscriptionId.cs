using Daybook.Storage;

namespace Daybook.Webhooks;

internal readonly record struct SubscriptionId(Guid Value) : IIdentity<SubscriptionId>
{
    public static SubscriptionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

using Daybook.Storage;

namespace Daybook.Webhooks;

internal readonly record struct WebhookMessageId(Guid Value) : IIdentity<WebhookMessageId>
{
    public static WebhookMessageId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

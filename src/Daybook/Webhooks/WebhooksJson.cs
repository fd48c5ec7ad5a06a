using System.Text.Json.Serialization;
using Daybook.Delivery.Channels;

namespace Daybook.Webhooks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NewWebhookRequest))]
[JsonSerializable(typeof(WebhookChange))]
[JsonSerializable(typeof(WebhookContract))]
[JsonSerializable(typeof(NewWebhookContract))]
[JsonSerializable(typeof(IReadOnlyList<WebhookContract>))]
[JsonSerializable(typeof(IReadOnlyList<WebhookMessageContract>))]
[JsonSerializable(typeof(ChannelTestContract))]
internal sealed partial class WebhooksJson : JsonSerializerContext;

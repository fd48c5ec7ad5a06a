using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Webhook;

[OptionsValidator]
internal sealed partial class WebhookOptionsCheck : IValidateOptions<WebhookOptions>;

using Microsoft.Extensions.Options;

namespace Daybook.Webhooks;

[OptionsValidator]
internal sealed partial class WebhooksOptionsCheck : IValidateOptions<WebhooksOptions>;

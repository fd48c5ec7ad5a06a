using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Slack;

[OptionsValidator]
internal sealed partial class SlackOptionsCheck : IValidateOptions<SlackOptions>;

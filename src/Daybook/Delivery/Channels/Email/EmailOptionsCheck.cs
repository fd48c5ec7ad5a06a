using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Email;

[OptionsValidator]
internal sealed partial class EmailOptionsCheck : IValidateOptions<EmailOptions>;

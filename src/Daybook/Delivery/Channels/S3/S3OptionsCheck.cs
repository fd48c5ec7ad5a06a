using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.S3;

[OptionsValidator]
internal sealed partial class S3OptionsCheck : IValidateOptions<S3Options>;

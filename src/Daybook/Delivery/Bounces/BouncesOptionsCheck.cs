using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

[OptionsValidator]
internal sealed partial class BouncesOptionsCheck : IValidateOptions<BouncesOptions>;

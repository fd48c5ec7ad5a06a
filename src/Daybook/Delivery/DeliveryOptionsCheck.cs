using Microsoft.Extensions.Options;

namespace Daybook.Delivery;

[OptionsValidator]
internal sealed partial class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>;

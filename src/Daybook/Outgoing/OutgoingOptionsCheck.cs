using Microsoft.Extensions.Options;

namespace Daybook.Outgoing;

[OptionsValidator]
internal sealed partial class OutgoingOptionsCheck : IValidateOptions<OutgoingOptions>;

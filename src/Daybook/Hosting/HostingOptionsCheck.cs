using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

[OptionsValidator]
internal sealed partial class HostingOptionsCheck : IValidateOptions<HostingOptions>;

using Microsoft.Extensions.Options;

namespace Daybook.Telemetry;

[OptionsValidator]
internal sealed partial class TelemetryOptionsCheck : IValidateOptions<TelemetryOptions>;

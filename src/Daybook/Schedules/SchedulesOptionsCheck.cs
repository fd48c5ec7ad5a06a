using Microsoft.Extensions.Options;

namespace Daybook.Schedules;

[OptionsValidator]
internal sealed partial class SchedulesOptionsCheck : IValidateOptions<SchedulesOptions>;

using Microsoft.Extensions.Options;

namespace Daybook.Reports;

[OptionsValidator]
internal sealed partial class ReportsOptionsCheck : IValidateOptions<ReportsOptions>;

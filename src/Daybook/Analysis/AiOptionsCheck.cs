using Microsoft.Extensions.Options;

namespace Daybook.Analysis;

[OptionsValidator]
internal sealed partial class AiOptionsCheck : IValidateOptions<AiOptions>;

using Microsoft.Extensions.Options;

namespace Daybook.Archive;

[OptionsValidator]
internal sealed partial class RetentionOptionsCheck : IValidateOptions<RetentionOptions>;

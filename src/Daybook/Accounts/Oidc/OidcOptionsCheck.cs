using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

[OptionsValidator]
internal sealed partial class OidcOptionsCheck : IValidateOptions<OidcOptions>;

using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

[OptionsValidator]
internal sealed partial class AccountsOptionsCheck : IValidateOptions<AccountsOptions>;

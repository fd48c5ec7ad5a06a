using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;

namespace Daybook.Accounts.Oidc;

/// <summary>The framework's handler is configured by <see cref="OidcOptions"/> alone, so it finds nothing under names of its own.</summary>
internal sealed class HandlerConfiguration : IAuthenticationConfigurationProvider
{
    public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
}

using Daybook.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

internal static class OidcSetup
{
    /// <param name="configuration">The handler is there only where a provider is named.</param>
    public static IServiceCollection AddOidc(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsOf<OidcOptions, OidcOptionsCheck>(OidcOptions.Section).AddSingleton<IValidateOptions<OidcOptions>, OidcCheck>();
        services.AddSingleton<IdentityStore>().AddSingleton<OidcProvider>().AddSingleton<ProviderRoles>().AddSingleton<ProviderUsers>().AddSingleton<ProviderSignIn>().AddSingleton<ProviderTokens>();
        if (string.IsNullOrEmpty(configuration[$"{OidcOptions.Section}:{nameof(OidcOptions.Authority)}"]))
            return services;
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OidcHandlerSettings>().AddTransient<OidcEvents>().AddSingleton<IAuthenticationConfigurationProvider, HandlerConfiguration>();
        new AuthenticationBuilder(services).AddOpenIdConnect(OidcProvider.Scheme, null, static _ => { });
        return services;
    }
}

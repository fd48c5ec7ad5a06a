using Daybook.Accounts.Oidc;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Accounts;

public static class AccountsSetup
{
    /// <summary>Who may sign in and what they may do.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        RegisterTypes();
        services.AddOptionsOf<AccountsOptions, AccountsOptionsCheck>("Accounts");
        services.AddWebEncoders().AddAuthenticationCore(authentication =>
        {
            authentication.AddScheme<CallerAuthentication>(CallerAuthentication.Scheme, null);
            authentication.DefaultScheme = CallerAuthentication.Scheme;
        });
        services.AddTransient<CallerAuthentication>();
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Role.All)
            policies.AddPolicy(role.Word, policy => policy.RequireAssertion(context => context.User.Identity is CallerIdentity identity && identity.Caller.Role.Includes(role)));
        return services
            .AddSingleton<UserStore>().AddSingleton<CredentialStore>().AddSingleton<ServerKeys>().AddSingleton<SealedSecrets>()
            .AddSingleton<PasswordHashing>().AddSingleton<AccessTokens>().AddSingleton<Callers>()
            .AddSingleton<SignIn>().AddSingleton<BrowserSessions>().AddSingleton<SecondFactor>().AddSingleton<UserAccounts>().AddSingleton<HandOver>().AddSingleton<FirstAdministrator>()
            .AddSingleton<ServerProtection>().AddSingleton<IDataProtectionProvider>(provider => provider.GetRequiredService<ServerProtection>())
            .AddOidc(configuration)
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AccountsJson.Default));
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<UserId>();
        DapperTypes.Identity<PersonalTokenId>();
        DapperTypes.Identity<UserIdentityId>();
        DapperTypes.Word<Role>();
    }

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder api)
    {
        AuthEndpoints.Map(api);
        MeEndpoints.Map(api);
        TokenEndpoints.Map(api);
        UserEndpoints.Map(api);
        IdentityEndpoints.Map(api);
        return api;
    }

    /// <summary>What is not below the API's address: the set-up page, and signing in where older clients look for it.</summary>
    public static IEndpointRouteBuilder MapSignInRoot(this IEndpointRouteBuilder routes)
    {
        AuthEndpoints.MapLogin(routes.MapGroup("/auth"));
        OidcEndpoints.Map(routes);
        SetupPage.Map(routes);
        return routes;
    }
}

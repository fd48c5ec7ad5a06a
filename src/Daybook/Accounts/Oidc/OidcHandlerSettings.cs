using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Daybook.Accounts.Oidc;

/// <summary>How the framework's handler speaks with the provider: authorization code, PKCE, nonce; it keeps nothing, and its answer becomes a session of this server.</summary>
internal sealed class OidcHandlerSettings(IOptions<OidcOptions> options, TimeProvider clock) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions handler) => Configure(OidcProvider.Scheme, handler);

    public void Configure(string? name, OpenIdConnectOptions handler)
    {
        var settings = options.Value;
        handler.Authority = settings.Authority;
        handler.RequireHttpsMetadata = settings.Authority.StartsWith("https:", StringComparison.Ordinal);
        handler.ClientId = settings.ClientId;
        handler.ClientSecret = settings.ClientSecret.Length > 0 ? settings.ClientSecret : null;
        handler.ResponseType = OpenIdConnectResponseType.Code;
        handler.ResponseMode = OpenIdConnectResponseMode.Query;
        handler.UsePkce = true;
        handler.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            handler.Scope.Add(scope);
        handler.CallbackPath = OidcProvider.CallbackPath;
        handler.SignedOutCallbackPath = PathString.Empty;
        handler.RemoteSignOutPath = PathString.Empty;
        handler.SignInScheme = CallerAuthentication.Scheme;
        handler.MapInboundClaims = false;
        handler.GetClaimsFromUserInfoEndpoint = settings.UserInfo;
        handler.SaveTokens = false;
        handler.DisableTelemetry = true;
        handler.TimeProvider = clock;
        handler.BackchannelTimeout = TimeSpan.FromSeconds(15);
        OidcProvider.Harden(handler.TokenValidationParameters, clock);
        // The browser comes back by following a link, so that its cookies may be strict.
        foreach (var cookie in new[] { handler.CorrelationCookie, handler.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        handler.EventsType = typeof(OidcEvents);
    }
}

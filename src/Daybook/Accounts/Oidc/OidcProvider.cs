using Daybook.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Daybook.Accounts.Oidc;

/// <summary>The configured OpenID provider: what it says about itself, and whether a token is its own.</summary>
internal sealed partial class OidcProvider(
    IOptionsMonitor<OpenIdConnectOptions> handler, IOptions<OidcOptions> options, IOptions<HostingOptions> hosting, TimeProvider clock, ILogger<OidcProvider> log)
{
    public const string Scheme = "oidc";
    public const string SignInPath = "/auth/oidc/sign-in";
    public const string CallbackPath = "/auth/oidc/callback";

    /// <summary>How far the clocks of the provider and this server may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    public bool IsConfigured => options.Value.Authority.Length > 0;

    /// <summary>Null where none is configured.</summary>
    public ProviderOfferContract? Offer => IsConfigured ? new ProviderOfferContract(options.Value.Name, SignInPath) : null;

    /// <exception cref="ProblemException">The provider cannot be asked now.</exception>
    public async Task<OpenIdConnectConfiguration> DescriptionAsync(CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration description;
        try
        {
            description = await handler.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unreachable) when (unreachable is InvalidOperationException or IOException or HttpRequestException)
        {
            Unreachable(unreachable);
            throw Away();
        }

        // OpenID Connect Discovery 1.0, section 4.3: whoever calls itself something else is somebody else.
        if (description.Issuer.TrimEnd('/') == options.Value.Authority.TrimEnd('/'))
            return description;
        SomebodyElse(description.Issuer);
        throw new ProblemException(ProblemType.ProviderUnavailable, "The sign-in provider does not call itself what Oidc:Authority says; the server's log has both.");
    }

    /// <summary>Sends the browser to the provider. Some are told beforehand what it will ask (RFC 9126), so that they can be away also where their description is known.</summary>
    /// <exception cref="ProblemException">The provider cannot be asked now.</exception>
    public async Task BeginAsync(HttpContext context, string returnTo)
    {
        await DescriptionAsync(context.RequestAborted).ConfigureAwait(false);
        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = returnTo }).ConfigureAwait(false);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException || (unreachable is OperationCanceledException && !context.RequestAborted.IsCancellationRequested))
        {
            Unreachable(unreachable);
            throw Away();
        }
        catch (OpenIdConnectProtocolException refusal)
        {
            Refused(refusal);
            throw new ProblemException(ProblemType.ProviderUnavailable, "The sign-in provider refuses this server; its administrator finds the reason in the server's log.");
        }
    }

    public static ProblemException Away() =>
        new(ProblemType.ProviderUnavailable, "The sign-in provider does not answer; try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(10) };

    /// <summary>Where the browser goes to end its session at the provider.</summary>
    /// <returns>Null when the provider has no such page, or does not answer.</returns>
    public async Task<string?> SignOutAddressAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsConfigured)
            return null;
        try
        {
            var description = await DescriptionAsync(cancellationToken).ConfigureAwait(false);
            return string.IsNullOrEmpty(description.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(
                description.EndSessionEndpoint,
                new Dictionary<string, string?> { ["client_id"] = options.Value.ClientId, ["post_logout_redirect_uri"] = OwnAddress(request) + "/" });
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    /// <summary>How people reach this server, as the provider must know it.</summary>
    public string OwnAddress(HttpRequest request) => hosting.Value.AddressFor(request);

    /// <summary>Whether a token that the provider issued can be believed.</summary>
    /// <param name="audience">For whom it must be; null where that is known otherwise.</param>
    /// <returns>Null for a token that is not good.</returns>
    public async Task<JsonWebToken?> ReadAsync(string token, string? audience, CancellationToken cancellationToken)
    {
        if (!Tokens.CanReadToken(token))
            return null;
        var manager = handler.Get(Scheme).ConfigurationManager!;
        var description = await DescriptionAsync(cancellationToken).ConfigureAwait(false);
        var result = await Tokens.ValidateTokenAsync(token, Parameters(description, audience)).ConfigureAwait(false);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have taken a new key; the manager asks at most so often.
            manager.RequestRefresh();
            result = await Tokens.ValidateTokenAsync(token, Parameters(await DescriptionAsync(cancellationToken).ConfigureAwait(false), audience)).ConfigureAwait(false);
        }

        return result.IsValid && result.SecurityToken is JsonWebToken { Subject.Length: > 0 } good ? good : null;
    }

    /// <summary>The same for every token of a provider; asymmetric signatures only.</summary>
    public static void Harden(TokenValidationParameters parameters, TimeProvider clock)
    {
        parameters.RequireSignedTokens = true;
        parameters.RequireExpirationTime = true;
        parameters.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
            SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
            SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        ];
        parameters.LifetimeValidator = (from, until, _, _) =>
            until + ClockSkew > clock.GetUtcNow().UtcDateTime && (from is null || from - ClockSkew <= clock.GetUtcNow().UtcDateTime);
    }

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration description, string? audience)
    {
        var parameters = new TokenValidationParameters
        {
            ValidIssuer = description.Issuer, IssuerSigningKeys = description.SigningKeys, ValidateAudience = audience is not null, ValidAudience = audience,
        };
        Harden(parameters, clock);
        return parameters;
    }

    [LoggerMessage(42, LogLevel.Error, "The sign-in provider calls itself {Issuer}: Oidc:Authority must be exactly that")]
    private partial void SomebodyElse(string issuer);

    [LoggerMessage(43, LogLevel.Error, "The sign-in provider refuses what this server asks")]
    private partial void Refused(Exception exception);

    [LoggerMessage(40, LogLevel.Warning, "The sign-in provider does not answer")]
    private partial void Unreachable(Exception exception);
}

using System.Net.Sockets;
using Daybook.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Daybook.Accounts.Oidc;

/// <summary>What happens on the way to the provider and back.</summary>
internal sealed partial class OidcEvents(OidcProvider provider, ProviderSignIn signIn, BrowserSessions sessions, ILogger<OidcEvents> log) : OpenIdConnectEvents
{
    private static readonly object ClaimsKey = new();

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = provider.OwnAddress(context.Request) + OidcProvider.CallbackPath;
        return Task.CompletedTask;
    }

    /// <summary>An answer that names another provider is not for this sign-in (RFC 9207).</summary>
    public override async Task MessageReceived(MessageReceivedContext context)
    {
        if (context.ProtocolMessage.Iss is { Length: > 0 } issuer && issuer != (await provider.DescriptionAsync(context.HttpContext.RequestAborted).ConfigureAwait(false)).Issuer)
            context.Fail("The answer names another issuer.");
    }

    /// <summary>The identity token is good here: issuer, audience, time, signature and nonce were checked.</summary>
    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var identity = new JsonWebToken(context.TokenEndpointResponse?.IdToken ?? context.ProtocolMessage.IdToken);
        // The framework takes one without a signature where it came straight from the provider.
        if (identity.EncodedSignature.Length == 0)
        {
            context.Fail("The identity token is not signed.");
            return;
        }

        var claims = new ProviderClaims(identity.Issuer, identity.Subject, [ProviderClaims.Payload(identity.EncodedPayload)]);
        // Some providers, Keycloak among them, write roles into the access token only.
        if (context.TokenEndpointResponse?.AccessToken is { Length: > 0 } text
            && await provider.ReadAsync(text, null, context.HttpContext.RequestAborted).ConfigureAwait(false) is { } access && access.Subject == identity.Subject)
            claims = claims with { Sources = claims.Sources.Add(ProviderClaims.Payload(access.EncodedPayload)) };
        context.HttpContext.Items[ClaimsKey] = claims;
    }

    public override Task UserInformationReceived(UserInformationReceivedContext context)
    {
        var claims = (ProviderClaims)context.HttpContext.Items[ClaimsKey]!;
        context.HttpContext.Items[ClaimsKey] = claims with { Sources = claims.Sources.Add(context.User.RootElement.Clone()) };
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var cancellationToken = context.HttpContext.RequestAborted;
        try
        {
            var claims = (ProviderClaims)context.HttpContext.Items[ClaimsKey]!;
            var (user, identity) = await signIn.SignInAsync(claims, context.HttpContext.Connection.RemoteIpAddress?.ToString(), cancellationToken).ConfigureAwait(false);
            await sessions.StartAsync(context.HttpContext, user, identity.Id, cancellationToken).ConfigureAwait(false);
            context.Response.Redirect(context.ReturnUri ?? "/");
        }
        catch (ProblemException refusal)
        {
            await ShowAsync(context.HttpContext, string.Join(' ', refusal.Errors.Select(error => $"{error.Field} {error.Message}.").Prepend(refusal.Message))).ConfigureAwait(false);
        }
    }

    /// <summary>The provider says that nobody was signed in; that is no fault of its answer.</summary>
    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return ShowAsync(context.HttpContext, "You were not signed in: it was cancelled at the provider, or the provider does not let you use this server.");
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        Failed(context.Failure);
        if (context.Failure?.GetBaseException() is HttpRequestException or SocketException)
            return ShowAsync(context.HttpContext, OidcProvider.Away().Message, StatusCodes.Status503ServiceUnavailable);
        return ShowAsync(context.HttpContext, "The provider's answer was not good, is too old, or does not belong to this browser. Begin again; if it stays so, the server's log says why.");
    }

    private static Task ShowAsync(HttpContext context, string message, int status = StatusCodes.Status403Forbidden) => OidcPage.Of(message, status).ExecuteAsync(context);

    [LoggerMessage(41, LogLevel.Warning, "An answer of the sign-in provider was refused")]
    private partial void Failed(Exception? failure);
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Daybook.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>The framework's side of signing in: a bearer token wins over a session cookie.</summary>
internal sealed class CallerAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, Callers callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "daybook";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Result(await callers.OfTokenAsync(header[Bearer.Length..].Trim(), Context.RequestAborted).ConfigureAwait(false), "token");
        if (Request.Cookies[SessionCookie.Name] is not { Length: > 0 } cookie)
            return AuthenticateResult.NoResult();
        var user = await callers.OfSessionAsync(cookie, Context.RequestAborted).ConfigureAwait(false);
        if (user is not null && !SessionCookie.IsOwn(Request, cookie))
            throw new ProblemException(ProblemType.CrossSiteRequest, $"Send the session's token in the header {SessionCookie.CsrfHeader}.");
        return Result(user, "session");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        ProblemWriting.WriteAsync(Context, new ProblemException(ProblemType.SignInRequired, "This address needs a signed-in user; the token is missing, expired or revoked."));

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemWriting.WriteAsync(Context, new ProblemException(ProblemType.NotPermitted, "Your role does not allow this."));

    private AuthenticateResult Result(User? user, string kind)
    {
        if (user is null)
            return AuthenticateResult.Fail("not good");
        var caller = Caller.Of(user, Context.Connection.RemoteIpAddress?.ToString());
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new CallerIdentity(caller, kind)), Scheme));
    }
}

using Daybook.Accounts.Oidc;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Accounts;

/// <summary>Signing in and out.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-in");
        MapLogin(auth);
        auth.MapPost("/session", StartSessionAsync).AllowAnonymous().WithSummary("A session of a browser: sets a cookie")
            .Refuses(ProblemType.InvalidRequest, ProblemType.SignInFailed);
        auth.MapGet("/session", SessionAsync).For(Role.Viewer).WithSummary("The session's user, and the token that changes need")
            .Refuses(ProblemType.NotFound);
        auth.MapDelete("/session", EndSessionAsync).For(Role.Viewer).WithSummary("Ends the browser's session; where it began at the provider, says where to end it there");
        auth.MapGet("/methods", Methods).AllowAnonymous().WithSummary("How somebody can sign in here");
    }

    public static void MapLogin(IEndpointRouteBuilder auth) => auth.MapPost("/login", LoginAsync).AllowAnonymous().WithTags("Sign-in").WithSummary("An access token for a program")
        .Refuses(ProblemType.InvalidRequest, ProblemType.SignInFailed);

    private static async Task<Ok<LoginContract>> LoginAsync(LoginRequest request, SignIn signIn, AccessTokens tokens, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var user = await CheckAsync(request, signIn, context, cancellationToken).ConfigureAwait(false);
        var (token, expires) = await tokens.IssueAsync(user, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new LoginContract(token, "bearer", (int)(expires - clock.GetUtcNow()).TotalSeconds, expires));
    }

    private static Ok<SignInMethodsContract> Methods(OidcProvider provider) => TypedResults.Ok(new SignInMethodsContract(true, provider.Offer));

    private static async Task<Ok<SessionContract>> StartSessionAsync(LoginRequest request, SignIn signIn, BrowserSessions sessions, HttpContext context, CancellationToken cancellationToken)
    {
        var user = await CheckAsync(request, signIn, context, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(await sessions.StartAsync(context, user, null, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<Ok<SessionContract>> SessionAsync(Caller caller, Database database, UserStore users, CredentialStore credentials, HttpContext context, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (context.Request.Cookies[SessionCookie.Name] is not { Length: > 0 } secret
            || await credentials.SessionEndAsync(session, Secret.Hash(secret), caller.UserId, cancellationToken).ConfigureAwait(false) is not { } expires)
            throw ProblemException.NotFound("Session");
        var user = await users.FindAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new SessionContract(UserContract.Of(user!), SessionCookie.CsrfTokenOf(secret), expires));
    }

    private static async Task<Ok<SignedOutContract>> EndSessionAsync(
        Caller caller, Database database, CredentialStore credentials, AuditLog audit, OidcProvider provider, HttpContext context, CancellationToken cancellationToken)
    {
        var isProviders = false;
        if (context.Request.Cookies[SessionCookie.Name] is { Length: > 0 } secret)
        {
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            isProviders = await credentials.EndSessionAsync(session, Secret.Hash(secret), cancellationToken).ConfigureAwait(false);
            await audit.AppendAsync(session, caller, "user.signed_out", caller.Id?.ToString(), null, null, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            SessionCookie.Clear(context);
        }

        return TypedResults.Ok(new SignedOutContract("Signed out", isProviders ? await provider.SignOutAddressAsync(context.Request, cancellationToken).ConfigureAwait(false) : null));
    }

    private static Task<User> CheckAsync(LoginRequest request, SignIn signIn, HttpContext context, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var username = check.Text(request.Username, "username", 255);
        check.Refuse(string.IsNullOrEmpty(request.Password), "password", "is needed", "missing");
        check.Refuse(request.Password?.Length > 1000, "password", "is too long", "too_long");
        check.ThrowIfRefused();
        return signIn.CheckAsync(username, request.Password!, request.Code, context.Connection.RemoteIpAddress?.ToString(), cancellationToken);
    }
}

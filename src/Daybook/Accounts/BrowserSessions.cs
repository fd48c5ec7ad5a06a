using Daybook.Accounts.Oidc;
using Daybook.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>Begins the session of somebody who has just proved who they are, however they did.</summary>
internal sealed class BrowserSessions(Database database, CredentialStore credentials, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <param name="identity">Null for somebody who signed in here.</param>
    public async Task<SessionContract> StartAsync(HttpContext context, User user, UserIdentityId? identity, CancellationToken cancellationToken)
    {
        var (secret, now) = (Secret.New(), clock.Now());
        var expires = now.AddHours(options.Value.SessionHours);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await credentials.ForgetExpiredAsync(session, now, cancellationToken).ConfigureAwait(false);
        await credentials.AddSessionAsync(session, Secret.Hash(secret), user.Id, identity, context.Connection.RemoteIpAddress?.ToString(), expires, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        SessionCookie.Set(context, secret, expires);
        return new SessionContract(UserContract.Of(user), SessionCookie.CsrfTokenOf(secret), expires);
    }
}

using System.Text.Json;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

/// <summary>The users whom a provider vouches for.</summary>
internal sealed class ProviderUsers(UserStore users, IdentityStore identities, UserAccounts accounts, AuditLog audit, IOptions<OidcOptions> options, TimeProvider clock)
{
    public async Task<(User User, UserIdentity Identity)?> FindAsync(Session session, ProviderClaims claims, CancellationToken cancellationToken)
    {
        if (await identities.FindAsync(session, claims.Issuer, claims.Subject, cancellationToken).ConfigureAwait(false) is not { } identity)
            return null;
        return ((await users.FindAsync(session, identity.UserId, cancellationToken).ConfigureAwait(false))!, identity);
    }

    /// <exception cref="ProblemException">The name is none, is taken, or cannot be one here.</exception>
    public async Task<(User User, UserIdentity Identity)> AddAsync(
        Session session, Caller caller, ProviderClaims claims, Role role, IReadOnlyList<string>? groups, CancellationToken cancellationToken)
    {
        var name = claims.Text(options.Value.UsernameClaim)
            ?? throw new ProblemException(ProblemType.SignInFailed, $"The provider does not say your name: its claim '{options.Value.UsernameClaim}' is missing.");
        if (await users.FindAsync(session, name.Trim(), cancellationToken).ConfigureAwait(false) is not null)
            throw new ProblemException(ProblemType.SignInFailed, "There is a user of your name here already. If it is you, an administrator can link it with your account at the provider.");
        var user = await accounts.AddAsync(session, caller, name, claims.Text("name"), claims.Text("email"), null, role, groups ?? [], cancellationToken).ConfigureAwait(false);
        return (user, await LinkAsync(session, caller, user, claims.Issuer, claims.Subject, cancellationToken).ConfigureAwait(false));
    }

    public async Task<UserIdentity> LinkAsync(Session session, Caller caller, User user, string issuer, string subject, CancellationToken cancellationToken)
    {
        var identity = await identities.AddAsync(session, user.Id, issuer, subject, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(
            session, caller, "user.identity_linked", user.Id.ToString(), null, new Json(JsonSerializer.Serialize(IdentityContract.Of(identity), AccountsJson.Default.IdentityContract)), cancellationToken).ConfigureAwait(false);
        return identity;
    }

    /// <summary>Gives a user the role and groups that they have at the provider now. The last administrator stays one.</summary>
    /// <param name="groups">Null leaves them.</param>
    public async Task<User> FollowAsync(Session session, Caller caller, User user, Role role, IReadOnlyList<string>? groups, CancellationToken cancellationToken)
    {
        var isLast = user.Role == Role.Admin && role != Role.Admin && await users.CountAdminsAsync(session, cancellationToken).ConfigureAwait(false) == 1;
        var followed = user with
        {
            Role = isLast ? user.Role : role,
            Groups = groups is null ? user.Groups : new Json(JsonSerializer.Serialize([.. groups], AccountsJson.Default.StringArray)),
        };
        if (followed.Role == user.Role && (groups is null || user.GroupNames.SequenceEqual(groups)))
            return user;
        await users.UpdateAsync(session, followed, user.Revision, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "user.updated", user.Id.ToString(), UserAccounts.State(user), UserAccounts.State(followed), cancellationToken).ConfigureAwait(false);
        return followed with { Revision = user.Revision + 1 };
    }

    public async Task NoteUseAsync(Session session, User user, UserIdentity identity, CancellationToken cancellationToken)
    {
        await users.CountSuccessAsync(session, user.Id, null, clock.Now(), cancellationToken).ConfigureAwait(false);
        await identities.NoteUseAsync(session, identity.Id, clock.Now(), cancellationToken).ConfigureAwait(false);
    }
}

using System.Text.Json;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

/// <summary>
/// Finds the user whom the provider vouches for, by issuer and subject and by nothing else: an account of equal name belongs to somebody until
/// an administrator says that it is the same person.
/// </summary>
internal sealed class ProviderSignIn(Database database, ProviderUsers users, ProviderRoles roles, AuditLog audit, IOptions<OidcOptions> options)
{
    /// <exception cref="ProblemException">They may not sign in; the message is for them to read.</exception>
    public async Task<(User User, UserIdentity Identity)> SignInAsync(ProviderClaims claims, string? address, CancellationToken cancellationToken)
    {
        ProblemException refusal;
        try
        {
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            var signedIn = await DecideAsync(session, claims, address, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return signedIn;
        }
        catch (ProblemException refused)
        {
            refusal = refused;
        }

        await NoteAsync(claims, refusal, address, cancellationToken).ConfigureAwait(false);
        throw refusal;
    }

    private async Task<(User User, UserIdentity Identity)> DecideAsync(Session session, ProviderClaims claims, string? address, CancellationToken cancellationToken)
    {
        var role = roles.RoleOf(claims);
        if (role is null && options.Value.MapsRoles())
            throw Refused("Your account at the provider has none of the roles or groups that open this server.");
        var server = Caller.Server with { Address = address };
        if (await users.FindAsync(session, claims, cancellationToken).ConfigureAwait(false) is not var (user, identity))
        {
            if (!options.Value.CreateUsers)
                throw Refused("There is no user for your account at the provider; an administrator has to link it.");
            (user, identity) = await users.AddAsync(session, server, claims, role!, roles.GroupsOf(claims), cancellationToken).ConfigureAwait(false);
        }

        if (!user.IsActive)
            throw Refused("Your account on this server is switched off.");
        user = await users.FollowAsync(session, server, user, options.Value.MapsRoles() ? role! : user.Role, roles.GroupsOf(claims), cancellationToken).ConfigureAwait(false);
        await users.NoteUseAsync(session, user, identity, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, Caller.Of(user, address), "user.signed_in", user.Id.ToString(), null, Shown(claims, null), cancellationToken).ConfigureAwait(false);
        return (user, identity);
    }

    private async Task NoteAsync(ProviderClaims claims, ProblemException refusal, string? address, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(
            session, Caller.Server with { Username = "unknown", Address = address }, "user.sign_in_refused", null, null, Shown(claims, refusal.Message), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What an administrator needs to link the account.</summary>
    private static Json Shown(ProviderClaims claims, string? reason) =>
        new(JsonSerializer.Serialize(new ProviderEntry(claims.Issuer, claims.Subject, reason), AccountsJson.Default.ProviderEntry));

    private static ProblemException Refused(string message) => new(ProblemType.SignInFailed, message);
}

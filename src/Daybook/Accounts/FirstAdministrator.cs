using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Configuration;

namespace Daybook.Accounts;

/// <summary>Makes the first administrator of an empty server: from the environment, or through a link that works once.</summary>
internal sealed class FirstAdministrator(
    Database database, UserStore users, CredentialStore credentials, UserAccounts accounts, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>As an environment variable: <c>DAYBOOK_ADMIN_PASSWORD</c>.</summary>
    public const string PasswordSetting = "ADMIN_PASSWORD";

    public const string Username = "admin";

    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <returns>The secret of a set-up link of this node; null where there are users already, or the environment brought a password.</returns>
    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        // Nodes that start together on an empty database would each make one.
        await database.LockSchemaAsync(session, cancellationToken).ConfigureAwait(false);
        if (!await users.IsEmptyAsync(session, cancellationToken).ConfigureAwait(false))
            return null;
        string? secret = null;
        if (configuration[PasswordSetting] is { Length: > 0 } password)
        {
            await accounts.AddAsync(session, Caller.Server, Username, "Administrator", null, password, Role.Admin, [], cancellationToken).ConfigureAwait(false);
        }
        else
        {
            secret = Secret.New();
            await credentials.AddSetupLinkAsync(session, Secret.Hash(secret), clock.Now(), clock.Now() + LinkLife, cancellationToken).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return secret;
    }

    /// <exception cref="ProblemException">The link was used or is too old, or the name or password cannot be taken.</exception>
    public async Task CreateAsync(string secret, string username, string password, string? address, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        // Each node of an empty server printed a link: two people who use two of them at once would each make an administrator.
        await database.LockSchemaAsync(session, cancellationToken).ConfigureAwait(false);
        if (!await credentials.TakeSetupLinksAsync(session, Secret.Hash(secret), clock.Now(), cancellationToken).ConfigureAwait(false)
            || !await users.IsEmptyAsync(session, cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.LinkExpired, "This link was used already or is too old; a restart of the server prints a new one while there is no user.");
        await accounts.AddAsync(session, Caller.Server with { Address = address }, username, username, null, password, Role.Admin, [], cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}

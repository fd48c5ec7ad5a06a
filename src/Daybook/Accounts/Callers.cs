using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>Finds out who sends a request by what it brings: an access token, a personal token or a session.</summary>
internal sealed class Callers(Database database, UserStore users, CredentialStore credentials, AccessTokens tokens, TimeProvider clock)
{
    /// <summary>The use of a token is noted this often, not at every request.</summary>
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(5);

    /// <returns>Null for a token that is not good, or whose user may no longer sign in.</returns>
    public async Task<User?> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        var issued = token.StartsWith(PersonalToken.Prefix, StringComparison.Ordinal) ? null : await tokens.ReadAsync(token, cancellationToken).ConfigureAwait(false);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (issued is { } good)
            return await ActiveAsync(session, good.User, cancellationToken).ConfigureAwait(false) is { } user && user.SecurityVersion == good.SecurityVersion ? user : null;
        if (!token.StartsWith(PersonalToken.Prefix, StringComparison.Ordinal))
            return null;
        var now = clock.Now();
        if (await credentials.FindTokenAsync(session, Secret.Hash(token), now, cancellationToken).ConfigureAwait(false) is not { } personal)
            return null;
        if (personal.LastUsedAt is null || now - personal.LastUsedAt > UseNoted)
            await credentials.NoteUseAsync(session, personal.Id, now, cancellationToken).ConfigureAwait(false);
        return await ActiveAsync(session, personal.UserId, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Null for a session that is over, or whose user may no longer sign in.</returns>
    public async Task<User?> OfSessionAsync(string token, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var userId = await credentials.FindSessionAsync(session, Secret.Hash(token), clock.Now(), cancellationToken).ConfigureAwait(false);
        return userId is { } id ? await ActiveAsync(session, id, cancellationToken).ConfigureAwait(false) : null;
    }

    private async Task<User?> ActiveAsync(Session session, UserId id, CancellationToken cancellationToken) =>
        await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) is { IsActive: true } user ? user : null;
}

using Daybook.Accounts.Oidc;
using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>Finds out who sends a request by what it brings: an access token, a personal token or a session.</summary>
internal sealed class Callers(Database database, UserStore users, CredentialStore credentials, AccessTokens tokens, ProviderTokens providers, TimeProvider clock)
{
    /// <summary>The use of a token is noted this often, not at every request.</summary>
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(5);

    /// <returns>Null for a token that is not good, or whose user may no longer sign in.</returns>
    public Task<User?> OfTokenAsync(string token, CancellationToken cancellationToken) => token.StartsWith(PersonalToken.Prefix, StringComparison.Ordinal)
        ? OfPersonalTokenAsync(token, cancellationToken)
        : OfAccessTokenAsync(token, cancellationToken);

    private async Task<User?> OfPersonalTokenAsync(string token, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.Now();
        if (await credentials.FindTokenAsync(session, Secret.Hash(token), now, cancellationToken).ConfigureAwait(false) is not { } personal)
            return null;
        if (personal.LastUsedAt is null || now - personal.LastUsedAt > UseNoted)
            await credentials.NoteUseAsync(session, personal.Id, now, cancellationToken).ConfigureAwait(false);
        return await ActiveAsync(session, personal.UserId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<User?> OfAccessTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token, cancellationToken).ConfigureAwait(false) is not { } issued)
            return await providers.OfTokenAsync(token, cancellationToken).ConfigureAwait(false);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await ActiveAsync(session, issued.User, cancellationToken).ConfigureAwait(false) is { } user && user.SecurityVersion == issued.SecurityVersion ? user : null;
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

using System.Collections.Immutable;
using Daybook.Accounts.Oidc;
using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>Sessions, personal tokens and set-up links: what is kept of them is a hash.</summary>
internal sealed class CredentialStore
{
    private const string TokenColumns = "id, user_id, name, hint, created_at, expires_at, last_used_at, revoked_at";

    /// <param name="identityId">Null for somebody who signed in here.</param>
    public Task AddSessionAsync(
        Session session, byte[] tokenHash, UserId userId, UserIdentityId? identityId, string? address, DateTimeOffset expiresAt, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into sessions (token_hash, user_id, identity_id, address, expires_at) values (@tokenHash, @userId, @identityId, @address, @expiresAt)",
        new { tokenHash, userId, identityId, address, expiresAt },
        cancellationToken);

    public Task<UserId?> FindSessionAsync(Session session, byte[] tokenHash, DateTimeOffset now, CancellationToken cancellationToken) => session.FindAsync<UserId?>(
        "select user_id from sessions where token_hash = @tokenHash and expires_at > @now", new { tokenHash, now }, cancellationToken);

    /// <returns>When the user's session ends; null when it is not theirs or is unknown.</returns>
    public Task<DateTimeOffset?> SessionEndAsync(Session session, byte[] tokenHash, UserId userId, CancellationToken cancellationToken) => session.FindAsync<DateTimeOffset?>(
        "select expires_at from sessions where token_hash = @tokenHash and user_id = @userId", new { tokenHash, userId }, cancellationToken);

    /// <returns>Whether it began at the sign-in provider.</returns>
    public async Task<bool> EndSessionAsync(Session session, byte[] tokenHash, CancellationToken cancellationToken) => await session.FindAsync<long>(
        "delete from sessions where token_hash = @tokenHash returning case when identity_id is null then 0 else 1 end", new { tokenHash }, cancellationToken).ConfigureAwait(false) == 1;

    public Task EndSessionsAsync(Session session, UserId userId, CancellationToken cancellationToken) =>
        session.ExecuteAsync("delete from sessions where user_id = @userId", new { userId }, cancellationToken);

    public Task ForgetExpiredAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ExecuteAsync("delete from sessions where expires_at <= @now", new { now }, cancellationToken);

    public Task<PersonalTokenId> AddTokenAsync(
        Session session, UserId userId, string name, byte[] tokenHash, string hint, DateTimeOffset expiresAt, CancellationToken cancellationToken) => session.GetAsync<PersonalTokenId>(
        "insert into access_tokens (user_id, name, token_hash, hint, expires_at) values (@userId, @name, @tokenHash, @hint, @expiresAt) returning id",
        new { userId, name, tokenHash, hint, expiresAt },
        cancellationToken);

    /// <returns>Null for a token that is unknown, revoked or expired.</returns>
    public Task<PersonalToken?> FindTokenAsync(Session session, byte[] tokenHash, DateTimeOffset now, CancellationToken cancellationToken) => session.FindAsync<PersonalToken>(
        $"select {TokenColumns} from access_tokens where token_hash = @tokenHash and revoked_at is null and expires_at > @now", new { tokenHash, now }, cancellationToken);

    public Task NoteUseAsync(Session session, PersonalTokenId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update access_tokens set last_used_at = @now where id = @id", new { id, now }, cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<ImmutableArray<PersonalToken>> ListTokensAsync(Session session, UserId userId, CancellationToken cancellationToken) => session.ListAsync<PersonalToken>(
        $"select {TokenColumns} from access_tokens where user_id = @userId order by created_at desc, id", new { userId }, cancellationToken);

    /// <returns>False when the user has no such token that still is good.</returns>
    public async Task<bool> RevokeTokenAsync(Session session, UserId userId, PersonalTokenId id, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update access_tokens set revoked_at = @now where id = @id and user_id = @userId and revoked_at is null", new { id, userId, now }, cancellationToken).ConfigureAwait(false) == 1;

    public Task RevokeTokensAsync(Session session, UserId userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update access_tokens set revoked_at = @now where user_id = @userId and revoked_at is null", new { userId, now }, cancellationToken);

    /// <summary>Adds a set-up link beside those of other nodes, and forgets the old ones.</summary>
    public async Task AddSetupLinkAsync(Session session, byte[] tokenHash, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("delete from setup_links where expires_at <= @now", new { now }, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync("insert into setup_links (token_hash, expires_at) values (@tokenHash, @expiresAt)", new { tokenHash, expiresAt }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends all set-up links by one of them.</summary>
    /// <returns>False when there is no such link, or it is too old.</returns>
    public async Task<bool> TakeSetupLinksAsync(Session session, byte[] tokenHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync("delete from setup_links where token_hash = @tokenHash and expires_at > @now", new { tokenHash, now }, cancellationToken).ConfigureAwait(false) == 0)
            return false;
        await session.ExecuteAsync("delete from setup_links", null, cancellationToken).ConfigureAwait(false);
        return true;
    }
}

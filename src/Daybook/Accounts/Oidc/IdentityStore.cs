using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Accounts.Oidc;

internal sealed class IdentityStore
{
    private const string Columns = "id, user_id, issuer, subject, created_at, last_used_at";

    public Task<UserIdentity?> FindAsync(Session session, string issuer, string subject, CancellationToken cancellationToken) => session.FindAsync<UserIdentity>(
        $"select {Columns} from user_identities where issuer = @issuer and subject = @subject", new { issuer, subject }, cancellationToken);

    /// <summary>Oldest first.</summary>
    public Task<ImmutableArray<UserIdentity>> ListAsync(Session session, UserId userId, CancellationToken cancellationToken) => session.ListAsync<UserIdentity>(
        $"select {Columns} from user_identities where user_id = @userId order by created_at, id", new { userId }, cancellationToken);

    public Task<UserIdentity> AddAsync(Session session, UserId userId, string issuer, string subject, CancellationToken cancellationToken) => session.GetAsync<UserIdentity>(
        $"insert into user_identities (user_id, issuer, subject) values (@userId, @issuer, @subject) returning {Columns}", new { userId, issuer, subject }, cancellationToken);

    public Task NoteUseAsync(Session session, UserIdentityId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update user_identities set last_used_at = @now where id = @id", new { id, now }, cancellationToken);

    /// <returns>What was removed; null when the user has no such identity.</returns>
    public Task<UserIdentity?> RemoveAsync(Session session, UserId userId, UserIdentityId id, CancellationToken cancellationToken) => session.FindAsync<UserIdentity>(
        $"delete from user_identities where id = @id and user_id = @userId returning {Columns}", new { id, userId }, cancellationToken);
}

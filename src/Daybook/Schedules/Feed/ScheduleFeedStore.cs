using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Schedules.Feed;

internal sealed class ScheduleFeedStore
{
    /// <summary>Gives a user a new token; the one before is no longer good.</summary>
    public Task SetAsync(Session session, UserId user, byte[] tokenHash, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into schedule_feeds (user_id, token_hash, created_at) values (@user, @tokenHash, @now)
        on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
        """,
        new { user, tokenHash, now },
        cancellationToken);

    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteAsync(Session session, UserId user, CancellationToken cancellationToken) =>
        await session.ExecuteAsync("delete from schedule_feeds where user_id = @user", new { user }, cancellationToken).ConfigureAwait(false) == 1;

    /// <returns>Null for a token that is not good.</returns>
    public Task<UserId?> FindAsync(Session session, byte[] tokenHash, CancellationToken cancellationToken) =>
        session.FindAsync<UserId?>("select user_id from schedule_feeds where token_hash = @tokenHash", new { tokenHash }, cancellationToken);
}

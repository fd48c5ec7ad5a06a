using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Accounts;

internal sealed class UserStore
{
    private const string Columns =
        """
        id, username, display_name, email, password_hash, role, groups, is_active, failed_sign_ins, locked_until, totp_secret, totp_last_step,
        security_version, revision, created_at, last_sign_in_at
        """;

    public async Task<bool> IsEmptyAsync(Session session, CancellationToken cancellationToken) =>
        await session.GetAsync<long>("select count(*) from users", null, cancellationToken).ConfigureAwait(false) == 0;

    public Task<User?> FindAsync(Session session, UserId id, CancellationToken cancellationToken) =>
        session.FindAsync<User>($"select {Columns} from users where id = @id", new { id }, cancellationToken);

    /// <param name="username">In any case of letters.</param>
    public Task<User?> FindAsync(Session session, string username, CancellationToken cancellationToken) =>
        session.FindAsync<User>($"select {Columns} from users where username = @username", new { username = username.ToLowerInvariant() }, cancellationToken);

    /// <summary>By name, those after a name.</summary>
    public Task<ImmutableArray<User>> ListAsync(Session session, string after, int limit, CancellationToken cancellationToken) =>
        session.ListAsync<User>($"select {Columns} from users where username > @after order by username limit @limit", new { after, limit }, cancellationToken);

    public Task<UserId> AddAsync(Session session, NewUser user, CancellationToken cancellationToken) => session.GetAsync<UserId>(
        """
        insert into users (username, display_name, email, password_hash, role, groups)
        values (@Username, @DisplayName, @Email, @PasswordHash, @Role, @Groups) returning id
        """,
        user,
        cancellationToken);

    /// <param name="revision">That the change was made from.</param>
    /// <returns>False when somebody else changed the user since.</returns>
    public async Task<bool> UpdateAsync(Session session, User user, int revision, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update users set display_name = @DisplayName, email = @Email, role = @Role, groups = @Groups, is_active = @IsActive,
            security_version = @SecurityVersion, revision = revision + 1
        where id = @Id and revision = @revision
        """,
        new { user.Id, user.DisplayName, user.Email, user.Role, user.Groups, user.IsActive, user.SecurityVersion, revision },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Ends everything given out under the old password.</summary>
    public Task SetPasswordAsync(Session session, UserId id, string passwordHash, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        update users set password_hash = @passwordHash, security_version = security_version + 1, revision = revision + 1, failed_sign_ins = 0, locked_until = null
        where id = @id
        """,
        new { id, passwordHash },
        cancellationToken);

    public Task SetSecondFactorAsync(Session session, UserId id, byte[]? secret, long lastStep, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update users set totp_secret = @secret, totp_last_step = @lastStep, revision = revision + 1 where id = @id", new { id, secret, lastStep }, cancellationToken);

    /// <summary>One more wrong attempt; the account rests from the given number on.</summary>
    public Task CountFailureAsync(Session session, UserId id, int attempts, DateTimeOffset restsUntil, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        update users set
            locked_until = case when failed_sign_ins + 1 >= @attempts then @restsUntil else locked_until end,
            failed_sign_ins = case when failed_sign_ins + 1 >= @attempts then 0 else failed_sign_ins + 1 end
        where id = @id
        """,
        new { id, attempts, restsUntil },
        cancellationToken);

    /// <param name="totpStep">The step of the code that was used; a code is taken once.</param>
    /// <returns>False when the code was used meanwhile.</returns>
    public async Task<bool> CountSuccessAsync(Session session, UserId id, long? totpStep, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update users set failed_sign_ins = 0, locked_until = null, last_sign_in_at = @now, totp_last_step = coalesce(@totpStep, totp_last_step)
        where id = @id and (@totpStep is null or totp_last_step < @totpStep)
        """,
        new { id, now, totpStep },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <returns>How many active administrators there are.</returns>
    public Task<long> CountAdminsAsync(Session session, CancellationToken cancellationToken) =>
        session.GetAsync<long>("select count(*) from users where role = 'admin' and is_active", null, cancellationToken);

    /// <summary>Where administrators who may sign in get mail; whoever has no address is left out.</summary>
    public Task<ImmutableArray<string>> AdministratorAddressesAsync(Session session, CancellationToken cancellationToken) =>
        session.ListAsync<string>("select email from users where role = 'admin' and is_active and coalesce(email, '') <> '' order by username", null, cancellationToken);
}

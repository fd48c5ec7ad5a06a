using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Delivery.Passwords;

/// <summary>The only SQL about stored passwords. Owners and operators change them; nobody reads them.</summary>
internal sealed class FilePasswordStore(Database database)
{
    private const string MayChange = "(@all or delivery_passwords.owner_id = @user)";

    /// <summary>By name; those after a name.</summary>
    public Task<ImmutableArray<StoredFilePassword>> ListAsync(Session session, string afterName, int limit, CancellationToken cancellationToken) => session.ListAsync<StoredFilePassword>(
        "select p.name, u.username as owner_name, p.changed_at from delivery_passwords p join users u on u.id = p.owner_id where p.name > @afterName order by p.name limit @limit",
        new { afterName, limit },
        cancellationToken);

    /// <returns>Sealed; null where there is none of the name.</returns>
    public Task<byte[]?> FindAsync(Session session, string name, CancellationToken cancellationToken) =>
        session.FindAsync<byte[]>("select sealed from delivery_passwords where name = @name", new { name }, cancellationToken);

    /// <returns>Of these, the names that are not there.</returns>
    public async Task<ImmutableArray<string>> MissingAsync(Session session, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return [];
        var there = await session.ListAsync<string>($"select name from delivery_passwords where name {database.IsOneOf("names")}", new { names = names.ToArray() }, cancellationToken).ConfigureAwait(false);
        return [.. names.Except(there)];
    }

    /// <returns>False when it is there and is somebody else's.</returns>
    public async Task<bool> PutAsync(Session session, Caller caller, string name, byte[] whole, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        $"""
        insert into delivery_passwords (name, sealed, owner_id, changed_at) values (@name, @whole, @user, @now)
        on conflict (name) do update set sealed = excluded.sealed, changed_at = excluded.changed_at where {MayChange}
        """,
        new { name, whole, user = caller.UserId, all = caller.Role.Includes(Role.Operator), now },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <returns>False when it is not there for the caller to remove.</returns>
    public async Task<bool> RemoveAsync(Session session, Caller caller, string name, CancellationToken cancellationToken) => await session.ExecuteAsync(
        $"delete from delivery_passwords where name = @name and {MayChange}", new { name, user = caller.UserId, all = caller.Role.Includes(Role.Operator) }, cancellationToken).ConfigureAwait(false) == 1;
}

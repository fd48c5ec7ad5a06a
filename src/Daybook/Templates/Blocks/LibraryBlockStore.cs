using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Templates.Blocks;

/// <summary>Blocks that people keep. Every query asks for the caller's rights: own ones, shared ones, and all for administrators.</summary>
internal sealed class LibraryBlockStore(Database database)
{
    private const string MayRead = "(@isAdmin or b.owner_id = @userId or b.is_shared)";

    private string Columns => $"{IdText} as id, b.name, b.description, b.category, b.owner_id, u.username as owner_name, b.is_shared, b.definition, b.updated_at";

    private string IdText => database.Dialect == "sqlite" ? "b.id" : "b.id::text";

    public Task<LibraryBlock?> FindAsync(Session session, Caller caller, Guid id, CancellationToken cancellationToken) => session.FindAsync<LibraryBlock>(
        $"select {Columns} from library_blocks b join users u on u.id = b.owner_id where {IdText} = @id and {MayRead}",
        new { id = id.ToString("D"), isAdmin = caller.IsAdmin, userId = caller.Id },
        cancellationToken);

    /// <summary>By name, those after a name and id.</summary>
    public Task<ImmutableArray<LibraryBlock>> ListAsync(Session session, Caller caller, string afterName, string afterId, int limit, CancellationToken cancellationToken) => session.ListAsync<LibraryBlock>(
        $"""
        select {Columns} from library_blocks b join users u on u.id = b.owner_id
        where {MayRead} and (b.name, {IdText}) > (@afterName, @afterId) order by b.name, {IdText} limit @limit
        """,
        new { isAdmin = caller.IsAdmin, userId = caller.Id, afterName, afterId, limit },
        cancellationToken);

    /// <summary>Puts the block in the place of the owner's one of the same name.</summary>
    public Task<string> SaveAsync(Session session, LibraryBlock block, UserId owner, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<string>(
        $"""
        insert into library_blocks (owner_id, name, description, category, is_shared, definition, created_at, updated_at)
        values (@owner, @Name, @Description, @Category, @IsShared, @Definition, @now, @now)
        on conflict (owner_id, name) do update set description = excluded.description, category = excluded.category, is_shared = excluded.is_shared,
            definition = excluded.definition, updated_at = excluded.updated_at
        returning {(database.Dialect == "sqlite" ? "id" : "id::text")}
        """,
        new { owner, block.Name, block.Description, block.Category, block.IsShared, block.Definition, now },
        cancellationToken);

    public Task DeleteAsync(Session session, string id, CancellationToken cancellationToken) =>
        session.ExecuteAsync($"delete from library_blocks {(database.Dialect == "sqlite" ? "where id = @id" : "where id::text = @id")}", new { id }, cancellationToken);
}

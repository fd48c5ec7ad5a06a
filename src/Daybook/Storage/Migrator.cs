using System.Collections.Immutable;

namespace Daybook.Storage;

/// <summary>Brings the schema forward, one step after another, with all nodes taking turns. There is no way back but a backup.</summary>
internal sealed class Migrator(Database database, TimeProvider clock)
{
    private const string Journal = "schema_migrations";

    private readonly ImmutableArray<Migration> _known = Migration.Of(database.Dialect);

    public async Task<SchemaState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(session, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies what is pending; all of it, or nothing.</summary>
    /// <exception cref="SchemaException">The database is of a newer program, or an applied step was changed.</exception>
    public async Task<ImmutableArray<Migration>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await database.LockSchemaAsync(session, cancellationToken).ConfigureAwait(false);
        var state = await ReadAsync(session, cancellationToken).ConfigureAwait(false);
        Refuse(state);
        if (state.Applied.IsEmpty)
            await session.ExecuteAsync(CreateJournal, null, cancellationToken).ConfigureAwait(false);
        foreach (var step in state.Pending)
        {
            await session.ExecuteAsync(step.Sql, null, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(
                $"insert into {Journal} (version, name, sha256, applied_at) values (@Version, @Name, @Sha256, @now)",
                new { step.Version, step.Name, step.Sha256, now = clock.Now() },
                cancellationToken).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return state.Pending;
    }

    /// <exception cref="SchemaException">The schema is not exactly the one this program was written for.</exception>
    public async Task RequireCurrentAsync(CancellationToken cancellationToken)
    {
        var state = await ReadAsync(cancellationToken).ConfigureAwait(false);
        Refuse(state);
        if (!state.Pending.IsEmpty)
            throw new SchemaException($"the database lacks {state.Pending.Length} step(s), first {state.Pending[0].Name}: make a backup and run 'daybook db migrate'");
    }

    private string CreateJournal => database.Dialect == "sqlite"
        ? $"create table {Journal} (version integer primary key, name text not null, sha256 text not null, applied_at text not null)"
        : $"create table {Journal} (version integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null)";

    private async Task<SchemaState> ReadAsync(Session session, CancellationToken cancellationToken)
    {
        var applied = await database.HasTableAsync(session, Journal, cancellationToken).ConfigureAwait(false)
            ? await session.ListAsync<AppliedMigration>($"select version, name, sha256, applied_at from {Journal} order by version", null, cancellationToken).ConfigureAwait(false)
            : [];
        var problems = applied
            .Select(step => (Step: step, Known: _known.FirstOrDefault(known => known.Version == step.Version)))
            .Where(pair => pair.Known?.Sha256 != pair.Step.Sha256)
            .Select(pair => pair.Known is null
                ? $"the database has the step {pair.Step.Name}, which this program does not know: use the newer program that made it"
                : $"the step {pair.Step.Name} of the database is not the one that comes with this program: restore the program or the database");
        return new SchemaState(applied, [.. _known.Where(known => applied.All(step => step.Version != known.Version))], [.. problems]);
    }

    private static void Refuse(SchemaState state)
    {
        if (!state.Problems.IsEmpty)
            throw new SchemaException(state.Problems[0]);
    }
}

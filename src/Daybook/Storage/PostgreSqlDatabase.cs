using System.Data.Common;
using Npgsql;

namespace Daybook.Storage;

/// <summary>PostgreSQL, for a server of several nodes.</summary>
internal sealed class PostgreSqlDatabase : Database
{
    /// <summary>The number that nodes agree on to take turns at the schema: the letters "daybook".</summary>
    private const long SchemaLock = 0x64_61_79_62_6F_6F_6B;

    /// <summary>How long a transaction may stand without a word from its node before the database ends it.</summary>
    public static readonly TimeSpan SilentAtMost = TimeSpan.FromSeconds(5);

    /// <summary>The same while a node has the schema: it compiles much between two statements at its start, nobody works yet, and what is cut off ends the start.</summary>
    public static readonly TimeSpan SilentWithSchemaAtMost = TimeSpan.FromMinutes(1);

    private readonly NpgsqlDataSource _source;

    public PostgreSqlDatabase(NpgsqlConnectionStringBuilder connection)
    {
        DapperTypes.Register();
        connection.ApplicationName ??= "daybook";
        // No statement leaves anything with its connection that the next one could stumble over.
        connection.NoResetOnClose = true;
        // What a node has locked must not hold up the others for long when it is frozen: no transaction waits for anything but the database.
        connection.Options ??= $"-c idle_in_transaction_session_timeout={SilentAtMost.TotalMilliseconds}";
        _source = NpgsqlDataSource.Create(connection);
        Place = $"{connection.Host}:{connection.Port}/{connection.Database}";
    }

    public override string Dialect => "postgresql";

    public override string Place { get; }

    public override string Now => "now()";

    public override string SkipLocked => "for update skip locked";

    public override string ForUpdate => "for update";

    public override string IsOneOf(string parameter) => $"= any(@{parameter})";

    public override Array Keys<T>(IEnumerable<T> identities) => identities.Select(identity => identity.Value).ToArray();

    public override string SecondsFromNow(string parameter) => $"(now() + make_interval(secs => @{parameter}))";

    public override async Task<Session> OpenAsync(CancellationToken cancellationToken) =>
        new(await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), null);

    public override async Task<Session> BeginAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new Session(connection, await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false), commitsAlong: true);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override Task LockSchemaAsync(Session session, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            "select set_config('idle_in_transaction_session_timeout', @silent, true), pg_advisory_xact_lock(@key)",
            new { key = SchemaLock, silent = $"{SilentWithSchemaAtMost.TotalSeconds}s" },
            cancellationToken);

    public override Task<bool> HasTableAsync(Session session, string table, CancellationToken cancellationToken) =>
        session.GetAsync<bool>("select to_regclass(@table) is not null", new { table }, cancellationToken);

    /// <summary>What the pages hold is checked by PostgreSQL's own pg_amcheck; this reads every row of every table once.</summary>
    public override async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        await using var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var tables = await session.ListAsync<string>(
            "select quote_ident(tablename) from pg_tables where schemaname = current_schema() order by 1", null, cancellationToken).ConfigureAwait(false);
        var damaged = new List<string>();
        foreach (var table in tables)
        {
            try
            {
                await session.GetAsync<long>($"select count(t::text) from {table} t", null, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException exception)
            {
                damaged.Add($"{table}: {exception.MessageText}");
            }
        }

        return damaged;
    }

    /// <summary>Data exceptions, violated constraints, wrong statements.</summary>
    public override bool IsMistake(DbException exception) => exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] };

    public override bool IsUniqueViolation(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}

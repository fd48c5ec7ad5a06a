using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Daybook.Storage;

/// <summary>The embedded database: one file, readers beside one writer (WAL).</summary>
internal sealed class SqliteDatabase : Database
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly string _connectionString;

    /// <summary>Writers of this process wait here, without holding a thread; those of other processes wait in SQLite.</summary>
    private readonly SemaphoreSlim _writer = new(1);

    /// <summary>The file remembers that it is in WAL mode, so one connection has to say it.</summary>
    private volatile bool _isWal;

    public SqliteDatabase(string path)
    {
        DapperTypes.Register();
        Place = Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Place, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
    }

    public override string Dialect => "sqlite";

    public override string Place { get; }

    public override string Now => "(strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')";

    public override string SkipLocked => "";

    public override string ForUpdate => "";

    public override string IsOneOf(string parameter) => $"in @{parameter}";

    public override Array Keys<T>(IEnumerable<T> identities) => identities.Select(identity => identity.Value.ToString("D")).ToArray();

    public override string SecondsFromNow(string parameter) => $"(strftime('%Y-%m-%dT%H:%M:%f', 'now', @{parameter} || ' seconds') || '000Z')";

    public override async Task<Session> OpenAsync(CancellationToken cancellationToken) =>
        new(await ConnectAsync(cancellationToken).ConfigureAwait(false), null);

    public override async Task<Session> BeginAsync(CancellationToken cancellationToken)
    {
        if (!await _writer.WaitAsync(LongestWait, cancellationToken).ConfigureAwait(false))
            throw new TimeoutException($"Another transaction has been writing for {LongestWait.TotalSeconds:0} seconds.");
        try
        {
            var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            return new Session(connection, connection.BeginTransaction(deferred: false), () => _writer.Release());
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    /// <summary>The transaction is immediate, so it is the only writer already.</summary>
    public override Task LockSchemaAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task<bool> HasTableAsync(Session session, string table, CancellationToken cancellationToken) =>
        await session.GetAsync<long>("select count(*) from sqlite_master where type = 'table' and name = @table", new { table }, cancellationToken).ConfigureAwait(false) > 0;

    public override async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        await using var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var pages = await session.ListAsync<string>("pragma integrity_check", null, cancellationToken).ConfigureAwait(false);
        var references = await session.ListAsync<string>(
            "select \"table\" || ' row ' || coalesce(rowid, '?') || ' refers to a missing row of ' || parent from pragma_foreign_key_check", null, cancellationToken).ConfigureAwait(false);
        return [.. pages.Where(line => line != "ok"), .. references];
    }

    /// <summary>SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_MISUSE, SQLITE_RANGE.</summary>
    public override bool IsMistake(DbException exception) => exception is SqliteException { SqliteErrorCode: 1 or 18 or 19 or 20 or 21 or 25 };

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    /// <summary>Writes a copy of the whole database, as it is at one moment, while others go on working.</summary>
    public async Task CopyToAsync(string path, CancellationToken cancellationToken)
    {
        await using var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync("vacuum into @path", new { path }, cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            if (_isWal)
                return connection;
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = wal";
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            _isWal = true;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

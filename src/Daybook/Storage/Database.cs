using System.Data.Common;

namespace Daybook.Storage;

/// <summary>One of the two databases a server can keep its state in. Statements are the same for both but for what this class names.</summary>
internal abstract class Database : IAsyncDisposable
{
    private protected Database()
    {
    }

    /// <summary>The word for it, and the folder of its migrations: <c>sqlite</c> or <c>postgresql</c>.</summary>
    public abstract string Dialect { get; }

    /// <summary>Where it is, without a password.</summary>
    public abstract string Place { get; }

    /// <summary>SQL for the present instant by the database's own clock, which all nodes share.</summary>
    public abstract string Now { get; }

    /// <summary>SQL for an instant so many seconds after <see cref="Now"/>; the seconds are the parameter named.</summary>
    public abstract string SecondsFromNow(string parameter);

    /// <summary>SQL that asks whether a value before it is one of an array, which is the parameter named.</summary>
    public abstract string IsOneOf(string parameter);

    /// <summary>Several identities as the array that <see cref="IsOneOf"/> asks about.</summary>
    public abstract Array Keys<T>(IEnumerable<T> identities)
        where T : struct, IIdentity<T>;

    /// <summary>Ends a query whose rows other transactions should pass over; empty where writers take turns anyway.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Ends a query whose row other transactions should wait for; empty where writers take turns anyway.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>A connection for statements that only read, or that stand alone.</summary>
    public abstract Task<Session> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A transaction; without <see cref="Session.CommitAsync"/> it leaves nothing.</summary>
    public abstract Task<Session> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Lets one node at a time change the schema, until the session's transaction ends.</summary>
    public abstract Task LockSchemaAsync(Session session, CancellationToken cancellationToken);

    public abstract Task<bool> HasTableAsync(Session session, string table, CancellationToken cancellationToken);

    /// <summary>Everything the database itself finds damaged; empty when it is whole.</summary>
    public abstract Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken);

    /// <summary>True for a statement that would have made a unique value stand twice.</summary>
    public abstract bool IsUniqueViolation(DbException exception);

    /// <summary>True where the statement or its values are wrong: whoever tries it again meets the same. False where the database could not be reached, was busy, or has no room.</summary>
    public abstract bool IsMistake(DbException exception);

    public abstract ValueTask DisposeAsync();
}

using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Daybook.Input;

namespace Daybook.Storage;

/// <summary>A connection, and the transaction on it if there is one. Stores take it as their first parameter, so that several of them share one.</summary>
/// <param name="commitsAlong">Whether a statement and the end of the transaction can travel together.</param>
internal sealed class Session(DbConnection connection, DbTransaction? transaction, Action? onEnd = null, bool commitsAlong = false) : IAsyncDisposable
{
    private Action? _onEnd = onEnd;
    private bool _isCommitted;

    /// <returns>The number of rows changed.</returns>
    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(Command(sql, parameters, cancellationToken));

    public async Task<ImmutableArray<T>> ListAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<T>(Command(sql, parameters, cancellationToken)).ConfigureAwait(false)];

    /// <returns>The only row, or the default where there is none.</returns>
    public Task<T?> FindAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters, cancellationToken));

    public Task<T> GetAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<T>(Command(sql, parameters, cancellationToken));

    /// <summary>The last statement of the transaction, and its end, in one exchange with the database; where the statement fails, nothing is kept. A commit after it does nothing.</summary>
    /// <returns>The number of rows changed.</returns>
    public async Task<int> ExecuteAndCommitAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        if (!commitsAlong || transaction is null)
        {
            var rows = await ExecuteAsync(sql, parameters, cancellationToken).ConfigureAwait(false);
            await CommitAsync(cancellationToken).ConfigureAwait(false);
            return rows;
        }

        var changed = await ExecuteAsync($"{sql}; commit", parameters, cancellationToken).ConfigureAwait(false);
        _isCommitted = true;
        return changed;
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        Rehearsal.RefuseEffects();
        if (_isCommitted)
            return;
        await (transaction ?? throw new InvalidOperationException("there is no transaction to commit")).CommitAsync(cancellationToken).ConfigureAwait(false);
        _isCommitted = true;
    }

    /// <summary>Has something done when the session is over, whether it was committed or not.</summary>
    public void AfterEnd(Action action) => _onEnd += action;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
                await transaction.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            Interlocked.Exchange(ref _onEnd, null)?.Invoke();
        }
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken)
    {
        if (!sql.AsSpan().TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase))
            Rehearsal.RefuseEffects();
        return new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken);
    }
}

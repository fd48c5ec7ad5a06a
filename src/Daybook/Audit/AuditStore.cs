using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Daybook.Hosting;
using Daybook.Storage;

namespace Daybook.Audit;

internal sealed class AuditStore(Database database)
{
    private const int PageSize = 1000;
    private static readonly AuditJson LineJson = new(ApiJson.Plainly(AuditJson.Default.Options));
    private const string Columns = "sequence, at, actor_id, actor_name, address, action, subject_type, subject_id, before_state, after_state, previous_hash, hash";

    /// <summary>The end of the log; others who write wait until this transaction ends.</summary>
    public Task<AuditHead> LockHeadAsync(Session session, CancellationToken cancellationToken) =>
        session.GetAsync<AuditHead>($"select sequence, hash from audit_head where id = 1 {database.ForUpdate}", null, cancellationToken);

    public Task<AuditHead> HeadAsync(Session session, CancellationToken cancellationToken) =>
        session.GetAsync<AuditHead>("select sequence, hash from audit_head where id = 1", null, cancellationToken);

    /// <param name="entries">Those that follow on the end of the log, in their order.</param>
    public async Task AppendAsync(Session session, ImmutableArray<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.IsEmpty)
            return;
        var rows = new JsonRows(
            database, "rows", ("sequence", "bigint"), ("at", "timestamptz"), ("actor_id", "uuid"), ("actor_name", "text"), ("address", "text"), ("action", "text"), ("subject_type", "text"),
            ("subject_id", "text"), ("before_state", JsonRows.WrittenJson), ("after_state", JsonRows.WrittenJson), ("previous_hash", JsonRows.Bytes), ("hash", JsonRows.Bytes));
        await session.ExecuteAsync(
            $"insert into audit_entries ({Columns}) select {Columns} from {rows.Sql}",
            new { rows = JsonSerializer.Serialize([.. entries.Select(AuditRow.Of)], AuditJson.Default.ImmutableArrayAuditRow) },
            cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync("update audit_head set sequence = @Sequence, hash = @Hash where id = 1", new { entries[^1].Sequence, entries[^1].Hash }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entries after a sequence number, oldest first.</summary>
    public Task<ImmutableArray<AuditEntry>> PageAsync(Session session, long after, CancellationToken cancellationToken) => session.ListAsync<AuditEntry>(
        $"select {Columns} from audit_entries where sequence > @after order by sequence limit @limit", new { after, limit = PageSize }, cancellationToken);

    /// <summary>Every entry as a JSON object, oldest first.</summary>
    public async IAsyncEnumerable<string> LinesAsync(Session session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await PageAsync(session, 0, cancellationToken).ConfigureAwait(false);
        for (; page.Length > 0; page = await PageAsync(session, page[^1].Sequence, cancellationToken).ConfigureAwait(false))
        {
            foreach (var entry in page)
                yield return JsonSerializer.Serialize(AuditEntryContract.Of(entry), LineJson.AuditEntryContract);
        }
    }

    /// <summary>The entries before a sequence number, newest first.</summary>
    /// <param name="action">An action, or its first part; null takes all.</param>
    public Task<ImmutableArray<AuditEntry>> ListAsync(Session session, long before, string? action, string? actor, string? subject, int limit, CancellationToken cancellationToken)
    {
        var filter = string.Concat(
            action is null ? "" : " and (action = @action or subject_type = @action)",
            actor is null ? "" : " and actor_name = @actor",
            subject is null ? "" : " and subject_id = @subject");
        return session.ListAsync<AuditEntry>(
            $"select {Columns} from audit_entries where sequence < @before{filter} order by sequence desc limit @limit",
            new { before, action, actor, subject, limit },
            cancellationToken);
    }
}

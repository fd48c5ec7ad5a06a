namespace Daybook.Storage;

/// <summary>Deletes kept content that nothing refers to any more. Content that a transaction is about to refer to is safe: it holds the row, and the database checks the reference.</summary>
internal sealed class ContentCollector(Database database, ContentStore contents)
{
    private const int Batch = 200;

    /// <summary>What is younger may still be on its way into a backup.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <param name="grace">Content younger than this stays.</param>
    public async Task<CollectedContent> RunAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        var total = new CollectedContent(0, 0);
        while (await DeleteAsync(grace, cancellationToken).ConfigureAwait(false) is { Count: > 0 } deleted)
        {
            // In a transaction of its own: a row that goes without its file does no harm, a file that goes before its row would.
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            await contents.ForgetAsync(session, deleted.Keys, cancellationToken).ConfigureAwait(false);
            total = new CollectedContent(total.Count + deleted.Count, total.Bytes + deleted.Values.Sum());
        }

        return total;
    }

    /// <returns>What a collection would delete if it were old enough.</returns>
    public static Task<WaitingContent> WaitingAsync(Session session, CancellationToken cancellationToken) => session.GetAsync<WaitingContent>(
        $"select count(*) as count, cast(coalesce(sum(coalesce(c.stored_bytes, c.size_bytes)), 0) as bigint) as bytes, max(c.created_at) as youngest from contents c where {ContentReference.Unused}",
        null,
        cancellationToken);

    /// <returns>Addresses and stored sizes of what was deleted.</returns>
    private async Task<Dictionary<string, long>> DeleteAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var unused = await session.ListAsync<string>(
            $"select c.sha256 from contents c where c.created_at <= {database.SecondsFromNow("age")} and {ContentReference.Unused} order by c.sha256 limit {Batch} {database.SkipLocked}",
            new { age = -(int)grace.TotalSeconds },
            cancellationToken).ConfigureAwait(false);
        if (unused.IsEmpty)
            return [];

        // Asked again, now that the rows are locked: whoever referred to one of them meanwhile is seen.
        var deleted = await session.ListAsync<(string Sha256, long Bytes)>(
            $"delete from contents as c where c.sha256 in (select address from {new JsonRows(database, "unused", ("address", "char(64)")).Sql}) and {ContentReference.Unused} returning sha256, coalesce(stored_bytes, size_bytes)",
            new { unused = $"[{string.Join(",", unused.Select(address => $$"""{"address":"{{address}}"}"""))}]" },
            cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return deleted.ToDictionary(StringComparer.Ordinal);
    }
}

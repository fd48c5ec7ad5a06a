using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Audit;

/// <summary>Writes down who did what. The entry stands in the same transaction as the deed, so there is never one without the other.</summary>
internal sealed class AuditLog(AuditStore store, TimeProvider clock)
{
    /// <param name="action">Such as <c>template.updated</c>; its first part names the kind of subject.</param>
    /// <param name="before">Null where there was nothing before.</param>
    /// <param name="after">Null where nothing is left.</param>
    public Task AppendAsync(Session session, Caller caller, string action, string? subjectId, Json? before, Json? after, CancellationToken cancellationToken) =>
        AppendAsync(session, [new AuditDeed(caller, action, subjectId, before, after)], cancellationToken);

    /// <summary>Several deeds of one transaction, in their order.</summary>
    public async Task AppendAsync(Session session, IEnumerable<AuditDeed> deeds, CancellationToken cancellationToken)
    {
        var head = await store.LockHeadAsync(session, cancellationToken).ConfigureAwait(false);
        var (now, entries) = (clock.Now(), ImmutableArray.CreateBuilder<AuditEntry>());
        foreach (var deed in deeds)
        {
            var entry = new AuditEntry
            {
                Sequence = head.Sequence + 1,
                At = now,
                ActorId = deed.Caller.Id,
                ActorName = deed.Caller.Username,
                Address = deed.Caller.Address,
                Action = deed.Action,
                SubjectType = deed.Action.Split('.')[0],
                SubjectId = deed.SubjectId,
                BeforeState = deed.Before,
                AfterState = deed.After,
                PreviousHash = head.Hash,
                Hash = [],
            };
            entries.Add(entry with { Hash = AuditChain.HashOf(entry) });
            head = head with { Sequence = entry.Sequence, Hash = entries[^1].Hash };
        }

        await store.AppendAsync(session, entries.DrainToImmutable(), cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Everything that is wrong with the log, and its end; to be noted elsewhere, so that a log rewritten as a whole is found too.</returns>
    public async Task<AuditVerdict> VerifyAsync(Session session, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var (sequence, hash) = (0L, Array.Empty<byte>());
        for (var page = await store.PageAsync(session, sequence, cancellationToken).ConfigureAwait(false); page.Length > 0;
            page = await store.PageAsync(session, sequence, cancellationToken).ConfigureAwait(false))
        {
            foreach (var entry in page)
            {
                if (AuditChain.Problem(entry, sequence, hash) is { } problem)
                    problems.Add(problem);
                (sequence, hash) = (entry.Sequence, entry.Hash);
            }
        }

        var head = await store.HeadAsync(session, cancellationToken).ConfigureAwait(false);
        if (head.Sequence != sequence || !head.Hash.AsSpan().SequenceEqual(hash))
            problems.Add($"the log ends at entry {sequence}, but entry {head.Sequence} was its last");
        return new AuditVerdict(sequence, Convert.ToHexStringLower(hash), [.. problems]);
    }
}

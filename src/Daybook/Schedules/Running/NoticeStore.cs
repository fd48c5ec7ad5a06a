using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Notices on their way to those who are told, and what became of them.</summary>
internal sealed class NoticeStore(Database database)
{
    /// <summary>Notices that nobody took yet, oldest first; they are taken when this transaction ends.</summary>
    public async Task<ImmutableArray<OwnerNotice>> TakeAsync(Session session, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = await session.ListAsync<OwnerNotice>(
            $"""
            update notices set taken_at = @now where id in (select id from notices where taken_at is null order by created_at, id limit @limit {database.SkipLocked})
            returning id, kind, schedule_id, occurrence_id, text, created_at
            """,
            new { limit, now },
            cancellationToken).ConfigureAwait(false);
        return [.. taken.OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Id.Value)];
    }

    /// <param name="distributionKey">What carries it; null where nobody is told.</param>
    public Task NoteAsync(Session session, IEnumerable<OwnerNotice> notices, NoticeAudience audience, string? distributionKey, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update notices set told = @Told, reason = @Reason, distribution_key = @distributionKey where id {database.IsOneOf("ids")}",
        new { ids = database.Keys(notices.Select(notice => notice.Id)), audience.Told, audience.Reason, distributionKey },
        cancellationToken);

    public Task<ImmutableArray<NoticedOccurrence>> OccurrencesAsync(Session session, IEnumerable<OccurrenceId> ids, CancellationToken cancellationToken) => session.ListAsync<NoticedOccurrence>(
        $"select id, nominal_date, business_date from occurrences where id {database.IsOneOf("ids")} order by due_at", new { ids = database.Keys(ids) }, cancellationToken);

    /// <summary>What was told about a schedule, the latest first; those before an instant and id. Of several deliveries the one that came furthest speaks.</summary>
    public Task<ImmutableArray<ToldNotice>> ListAsync(Session session, ScheduleId schedule, DateTimeOffset before, NoticeId beforeId, int limit, CancellationToken cancellationToken) => session.ListAsync<ToldNotice>(
        $"""
        select n.id, n.kind, n.occurrence_id, n.text, n.created_at, n.taken_at, n.told, {Furthest("state")} as delivery_state, coalesce(n.reason, {Furthest("reason_code")}) as reason,
            (select min(d.accepted_at) from {Deliveries}) as sent_at
        from notices n where n.schedule_id = @schedule and (n.created_at, n.id) < (@before, @beforeId) order by n.created_at desc, n.id desc limit @limit
        """,
        new { schedule, before, beforeId, limit },
        cancellationToken);

    private const string Deliveries = "deliveries d join distributions x on x.id = d.distribution_id where x.distribution_key = n.distribution_key";

    private static string Furthest(string column) =>
        $"(select d.{column} from {Deliveries} order by case d.state when 'accepted' then 1 when 'sending' then 2 when 'planned' then 3 when 'unknown' then 4 when 'failed' then 5 else 6 end, d.id limit 1)";
}

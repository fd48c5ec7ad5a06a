using System.Collections.Immutable;
using Daybook.Delivery;
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

    /// <summary>
    /// Takes back what was taken and reached nobody, where it would reach somebody now: an owner or an administrator who has an address, or the administrators
    /// in place of an owner whose mails are refused by now.
    /// </summary>
    /// <param name="channel">The one for mail.</param>
    /// <param name="since">What is older stays as it is.</param>
    public Task ReopenAsync(Session session, string channel, DateTimeOffset since, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update notices set taken_at = null, told = null, reason = null, distribution_key = null where created_at > @since and (
            (told = 'nobody' and reason in ('{NoticeAudience.NoMailChannel}', '{NoticeAudience.NobodyWithAddress}') and ({HasAdministrator} or {HasOwner($"not {IsSuppressed}")}))
            or (told = 'owner' and {HasAdministrator} and {HasOwner(IsSuppressed)} and not exists (
                select 1 from deliveries d join distributions x on x.id = d.distribution_id where x.distribution_key = notices.distribution_key and d.state not in ('failed', 'suppressed'))))
        """,
        new { channel, since },
        cancellationToken);

    private const string HasAdministrator = "exists (select 1 from users a where a.role = 'admin' and a.is_active and coalesce(a.email, '') <> '')";

    private const string IsSuppressed = $"exists (select 1 from delivery_suppressions p where p.channel in (@channel, '{SuppressionStore.EveryChannel}') and p.recipient = lower(o.email))";

    private static string HasOwner(string condition) =>
        $"exists (select 1 from cob_report_schedules s join users o on o.id = s.owner_id where s.id = notices.schedule_id and o.is_active and coalesce(o.email, '') <> '' and {condition})";

    /// <param name="distributionKey">What carries it; null where nobody is told.</param>
    public Task NoteAsync(Session session, IEnumerable<OwnerNotice> notices, NoticeAudience audience, string? distributionKey, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"update notices set told = @Told, reason = @Reason, distribution_key = @distributionKey where id {database.IsOneOf("ids")}",
        new { ids = database.Keys(notices.Select(notice => notice.Id)), audience.Told, audience.Reason, distributionKey },
        cancellationToken);

    public Task<ImmutableArray<NoticedOccurrence>> OccurrencesAsync(Session session, IEnumerable<OccurrenceId> ids, CancellationToken cancellationToken) => session.ListAsync<NoticedOccurrence>(
        $"select id, nominal_date, business_date, slot from occurrences where id {database.IsOneOf("ids")} order by due_at", new { ids = database.Keys(ids) }, cancellationToken);

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

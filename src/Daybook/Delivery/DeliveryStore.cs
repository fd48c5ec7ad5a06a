using System.Collections.Immutable;
using Daybook.Delivery.Passwords;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>The ledger: planning, reading, and what people change. Every change is one statement that names the states it may begin in.</summary>
internal sealed class DeliveryStore(Database database)
{
    internal const string Columns =
        """
        d.id, d.distribution_id, d.delivery_key, d.channel, d.recipient, d.guarantee, d.state, d.reason_code, d.reason, d.receipt, d.planned_at, d.due_at, d.next_attempt_at,
        d.state_changed_at, d.accepted_at, d.bounced_at, d.attempt, d.interruptions, d.fence, d.committed_at,
        o.report_id, o.occurrence_id, o.schedule_id, o.revision, o.title, o.business_date, o.is_test
        """;

    internal const string From = "deliveries d join distributions o on o.id = d.distribution_id";

    private static readonly string IsBarred = $"(d.state = '{DeliveryState.Suppressed.Word}' and d.reason_code in ('{string.Join("', '", DeliverySummary.BarringCodes)}'))";

    /// <summary>Databases take so many parameters in one statement without trouble.</summary>
    private const int ManyIds = 500;

    private const string DistributionColumns =
        "id, report_id, occurrence_id, schedule_id, revision, channel, event, title, business_date, is_test, settings, artifacts, notice, ordered_by_name, ordered_at";

    /// <summary>The same distribution is kept once. Keys are compared in the column's own type: PostgreSQL compares it with a text only row by row.</summary>
    public async Task<DistributionId> AddAsync(Session session, NewDistribution distribution, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            """
            insert into distributions (distribution_key, report_id, occurrence_id, schedule_id, revision, channel, event, title, business_date, is_test, settings, artifacts, notice,
                ordered_by, ordered_by_name, ordered_at)
            values (@Key, @ReportId, @OccurrenceId, @ScheduleId, @Revision, @Channel, @Event, @Title, @BusinessDate, @IsTest, @Settings, @Artifacts, @Notice,
                @OrderedBy, @OrderedByName, @OrderedAt)
            on conflict (distribution_key) do nothing
            """,
            distribution,
            cancellationToken).ConfigureAwait(false);
        return await session.GetAsync<DistributionId>("select id from distributions where distribution_key = cast(@Key as char(64))", new { distribution.Key }, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether it is new: one with the same key is left as it is.</returns>
    public async Task<bool> AddAsync(Session session, PlannedDelivery delivery, string actor, CancellationToken cancellationToken)
    {
        var id = await session.FindAsync<DeliveryId?>(
            """
            insert into deliveries (distribution_id, delivery_key, channel, recipient, guarantee, state, reason_code, reason, planned_at, due_at, next_attempt_at, state_changed_at, turn)
            values (@DistributionId, @DeliveryKey, @Channel, @Recipient, @Guarantee, @State, @ReasonCode, @Reason, @Now, @DueAt, @DueAt, @Now, @Turn)
            on conflict (delivery_key) do nothing returning id
            """,
            delivery,
            cancellationToken).ConfigureAwait(false);
        if (id is null)
            return false;
        await session.ExecuteAsync(
            "insert into delivery_events (delivery_id, at, to_state, actor, code, sentence) values (@id, @Now, @State, @actor, @ReasonCode, @Reason)",
            new { id, delivery.Now, delivery.State, actor, delivery.ReasonCode, delivery.Reason },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    public Task<StoredDistribution> GetAsync(Session session, DistributionId id, CancellationToken cancellationToken) =>
        session.GetAsync<StoredDistribution>($"select {DistributionColumns} from distributions where id = @id", new { id }, cancellationToken);

    public Task<StoredDelivery?> FindAsync(Session session, DeliveryId id, CancellationToken cancellationToken) =>
        session.FindAsync<StoredDelivery>($"select {Columns} from {From} where d.id = @id", new { id }, cancellationToken);

    public Task<StoredDelivery?> FindAsync(Session session, string key, CancellationToken cancellationToken) =>
        session.FindAsync<StoredDelivery>($"select {Columns} from {From} where d.delivery_key = cast(@key as char(64))", new { key }, cancellationToken);

    /// <summary>Latest due first; those before an instant and id.</summary>
    public Task<ImmutableArray<StoredDelivery>> ListAsync(
        Session session, DeliveryFilter filter, DateTimeOffset beforeDue, DeliveryId beforeId, int limit, CancellationToken cancellationToken)
    {
        var where = string.Concat(
            filter.States is { } states ? $" and {states.Condition("d.")}" : "",
            filter.Channel is null ? "" : " and d.channel = @Channel",
            filter.From is null ? "" : " and d.due_at >= @From",
            filter.Until is null ? "" : " and d.due_at < @Until",
            filter.Report is null ? "" : " and o.report_id = @Report",
            filter.ScheduleId is null ? "" : " and o.schedule_id = @ScheduleId",
            filter.OccurrenceId is null ? "" : " and o.occurrence_id = @OccurrenceId");
        return session.ListAsync<StoredDelivery>(
            $"select {Columns} from {From} where (d.due_at, d.id) < (@beforeDue, @beforeId){where} order by d.due_at desc, d.id desc limit @limit",
            new { filter.Channel, filter.From, filter.Until, filter.Report, filter.ScheduleId, filter.OccurrenceId, beforeDue, beforeId, limit },
            cancellationToken);
    }

    /// <summary>Null for a schedule that is gone or has no name.</summary>
    public Task<string?> ScheduleNameAsync(Session session, ForeignId schedule, CancellationToken cancellationToken) =>
        session.FindAsync<string>("select name from cob_report_schedules where id = @schedule", new { schedule }, cancellationToken);

    /// <summary>Of these, the ones in one of the states.</summary>
    public Task<ImmutableArray<DeliveryId>> InStatesAsync(Session session, IEnumerable<DeliveryId> ids, StateChoice states, CancellationToken cancellationToken) => session.ListAsync<DeliveryId>(
        $"select id from deliveries where id {database.IsOneOf("ids")} and {states.Condition("")} order by id", new { ids = Ids(ids) }, cancellationToken);

    /// <summary>Oldest first.</summary>
    public Task<ImmutableArray<DeliveryEvent>> EventsAsync(Session session, DeliveryId id, CancellationToken cancellationToken) => session.ListAsync<DeliveryEvent>(
        "select at, from_state, to_state, actor, code, sentence from delivery_events where delivery_id = @id order by id", new { id }, cancellationToken);

    /// <summary>Of the occurrence's report in one revision; what was said about the occurrence in notices does not count.</summary>
    public Task<DeliverySummary> SummaryOfOccurrenceAsync(Session session, Guid occurrenceId, int revision, CancellationToken cancellationToken) =>
        SummaryAsync(session, "o.occurrence_id = @id and o.revision = @revision and o.notice is null", new { id = new ForeignId(occurrenceId), revision }, cancellationToken);

    /// <summary>What is not over of an occurrence's deliveries, alike ones together, the most first.</summary>
    public Task<ImmutableArray<OpenDeliveries>> OpenOfOccurrenceAsync(Session session, Guid occurrenceId, int revision, int limit, CancellationToken cancellationToken) => session.ListAsync<OpenDeliveries>(
        $"""
        select d.channel, d.state, d.reason, count(*) as count, min(d.recipient) as recipient, min(d.next_attempt_at) as next_attempt_at
        from {From} where o.occurrence_id = @id and o.revision = @revision and o.notice is null and d.state in ('planned', 'sending')
        group by d.channel, d.state, d.reason order by count(*) desc, d.channel, d.state limit @limit
        """,
        new { id = new ForeignId(occurrenceId), revision, limit },
        cancellationToken);

    /// <summary>What did not arrive of an occurrence's reports, alike ones together: those that failed first, then those whose outcome is unknown, then the barred ones.</summary>
    public Task<ImmutableArray<TroubledDeliveries>> TroubledOfOccurrenceAsync(Session session, Guid occurrenceId, int revision, int limit, CancellationToken cancellationToken) => session.ListAsync<TroubledDeliveries>(
        $"""
        select d.channel, d.state, d.reason, count(*) as count, min(d.recipient) as recipient, o.event = '{PasswordDeliveries.Event}' as tells_password
        from {From} where o.occurrence_id = @id and o.revision = @revision and o.notice is null and (d.state in ('failed', 'unknown') or {IsBarred})
        group by d.channel, d.state, d.reason, o.event
        order by case d.state when 'failed' then 0 when 'unknown' then 1 else 2 end, count(*) desc, d.channel, min(d.recipient) limit @limit
        """,
        new { id = new ForeignId(occurrenceId), revision, limit },
        cancellationToken);

    /// <summary>Of these occurrences, the ones whose report is for somebody; notices do not count.</summary>
    public Task<ImmutableArray<ForeignId>> WithDeliveriesAsync(Session session, IEnumerable<Guid> occurrences, CancellationToken cancellationToken) => session.ListAsync<ForeignId>(
        $"select distinct occurrence_id from distributions where occurrence_id {database.IsOneOf("ids")} and notice is null",
        new { ids = database.Keys(occurrences.Select(ForeignId.Of)) },
        cancellationToken);

    /// <summary>Takes every one of these whose state allows it through a step: what a person does, or what follows from a node's end.</summary>
    /// <returns>Those that took it.</returns>
    public async Task<ImmutableArray<DeliveryId>> StepAsync(
        Session session, IEnumerable<DeliveryId> ids, DeliveryStep step, string actor, string? code, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = ImmutableArray.CreateBuilder<DeliveryId>();
        foreach (var some in ids.Chunk(ManyIds))
        {
            var able = await session.ListAsync<DeliveryId>(
                $"select id from deliveries where id {database.IsOneOf("ids")} and {step.FromCondition} order by id {database.ForUpdate}",
                new { ids = Ids(some) },
                cancellationToken).ConfigureAwait(false);
            if (able.IsEmpty)
                continue;
            var change = new { ids = Ids(able), to = step.To, actor, code, reason, now };
            await session.ExecuteAsync(
                $"""
                insert into delivery_events (delivery_id, at, from_state, to_state, actor, code, sentence)
                select id, @now, state, @to, @actor, @code, @reason from deliveries where id {database.IsOneOf("ids")} order by id
                """,
                change,
                cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(
                $"""
                update deliveries set state = @to, reason_code = @code, reason = @reason, state_changed_at = @now, {EffectsOf(step)}
                where id {database.IsOneOf("ids")} and {step.FromCondition}
                """,
                change,
                cancellationToken).ConfigureAwait(false);
            taken.AddRange(able);
        }

        return taken.ToImmutable();
    }

    /// <summary>Deliveries of an occurrence's reports in a state; what was said about the occurrence in notices is not among them.</summary>
    public Task<ImmutableArray<DeliveryId>> OfOccurrenceAsync(Session session, Guid occurrenceId, DeliveryState state, CancellationToken cancellationToken) => session.ListAsync<DeliveryId>(
        $"select d.id from {From} where o.occurrence_id = @id and o.notice is null and d.state = @state order by d.id", new { id = new ForeignId(occurrenceId), state }, cancellationToken);

    /// <summary>Holds back what of a cancelled occurrence's reports is not being sent yet.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> StopAsync(Session session, Guid occurrenceId, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planned = await OfOccurrenceAsync(session, occurrenceId, DeliveryState.Planned, cancellationToken).ConfigureAwait(false);
        return (await StepAsync(session, planned, DeliveryStep.Suppress, actor, "cancelled", "The run was cancelled before this was sent.", now, cancellationToken).ConfigureAwait(false)).Length;
    }

    /// <summary>Notes what became of an accepted message on its further way; its state stays what it was.</summary>
    /// <param name="isBounce">Whether it came back.</param>
    /// <returns>False when it was not accepted, had come back before, or says so already.</returns>
    public async Task<bool> NoteAsync(Session session, DeliveryId id, bool isBounce, string actor, string code, string sentence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var noted = await session.ExecuteAsync(
            $"""
            update deliveries set {(isBounce ? "bounced_at = @now, " : "")}reason_code = @code, reason = @sentence
            where id = @id and state = 'accepted' and bounced_at is null{(isBounce ? "" : " and coalesce(reason, '') <> @sentence")}
            """,
            new { id, code, sentence, now },
            cancellationToken).ConfigureAwait(false) == 1;
        if (noted)
        {
            await session.ExecuteAsync(
                "insert into delivery_events (delivery_id, at, from_state, to_state, actor, code, sentence) values (@id, @now, 'accepted', 'accepted', @actor, @code, @sentence)",
                new { id, code, sentence, actor, now },
                cancellationToken).ConfigureAwait(false);
        }

        return noted;
    }

    /// <summary>As the database's arrays take them.</summary>
    internal Array Ids(IEnumerable<DeliveryId> ids) => database.Dialect == "sqlite" ? ids.Select(id => id.ToString()).ToArray() : ids.Select(id => id.Value).ToArray();

    private static string EffectsOf(DeliveryStep step) =>
        step == DeliveryStep.Resend ? "planned_at = @now, next_attempt_at = @now, attempt = 0, interruptions = 0, accepted_at = null, bounced_at = null, committed_at = null, lease_owner = null, lease_until = null"
        : step == DeliveryStep.Confirm ? "accepted_at = @now"
        : step == DeliveryStep.Repeat ? "committed_at = null"
        : step == DeliveryStep.Release ? "interruptions = interruptions + 1, committed_at = null, lease_owner = null, lease_until = null"
        : "lease_owner = null, lease_until = null";

    private static Task<DeliverySummary> SummaryAsync(Session session, string where, object parameters, CancellationToken cancellationToken) => session.GetAsync<DeliverySummary>(
        $"""
        select {string.Join(", ", DeliveryState.All.Select(state => state.Word).Append("barred").Select(count => $"cast(coalesce(sum(s.{count}), 0) as integer) as {count}"))},
            count(case when s.barred > 0 and s.accepted = 0 then 1 end) as unreached
        from (select {string.Join(", ", DeliveryState.All.Select(state => $"count(case when d.state = '{state.Word}' then 1 end) as {state.Word}"))},
                count(case when {IsBarred} then 1 end) as barred
            from {From} where {where} group by o.report_id) s
        """,
        parameters,
        cancellationToken);
}

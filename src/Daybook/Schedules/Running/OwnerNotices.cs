using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Storage;
using Daybook.Webhooks;

namespace Daybook.Schedules.Running;

/// <summary>What owners are to be told, written in the transaction of what happened; <see cref="NoticeSender"/> sends it.</summary>
internal sealed class OwnerNotices(Database database, EventOutbox outbox, NoticeSignals signals)
{
    public Task AddAsync(Session session, string kind, ScheduleId? scheduleId, OccurrenceId? occurrenceId, string text, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(session, [new NoticeRow(kind, scheduleId?.ToString(), occurrenceId?.ToString(), text)], now, cancellationToken);

    public async Task AddAsync(Session session, ImmutableArray<NoticeRow> notices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (notices.IsEmpty)
            return;
        var rows = new JsonRows(database, "notices", ("kind", "text"), ("schedule_id", "uuid"), ("occurrence_id", "uuid"), ("text", "text"));
        await session.ExecuteAsync(
            $"insert into notices (kind, schedule_id, occurrence_id, text, created_at) select kind, schedule_id, occurrence_id, text, @now from {rows.Sql}",
            new { notices = JsonSerializer.Serialize(notices, ScheduleRowsJson.Default.ImmutableArrayNoticeRow), now },
            cancellationToken).ConfigureAwait(false);
        session.AfterEnd(signals.Changed);
        var missed = notices.Where(notice => notice.Kind == NoticeKind.Missed).ToList();
        if (missed.Count > 0 && await outbox.IsHeardAsync(session, WebhookEvent.ReportMissed, cancellationToken).ConfigureAwait(false))
            await TellAsync(session, missed, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A notice about the server, which several nodes may see at once: one a minute is enough.</summary>
    public static Task AddOnceAsync(Session session, string kind, string text, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into notices (kind, text, created_at) select @kind, @text, @now
        where not exists (select 1 from notices where kind = @kind and created_at > @recently)
        """,
        new { kind, text, now, recently = now.AddMinutes(-1) },
        cancellationToken);

    /// <summary>A notice about the mailbox that mails come back to: once for each outage and each end of one, however many nodes see it and however often they are started.</summary>
    /// <returns>Whether it is new.</returns>
    public static async Task<bool> AddOnceAsync(Session session, bool isReadable, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Good = NoticeKind.BouncesReadable, Bad = NoticeKind.BouncesUnreadable;
        return await session.ExecuteAsync(
            """
            insert into notices (kind, text, created_at) select @kind, @text, @now
            where coalesce((select kind from notices where kind in (@good, @bad) order by created_at desc, id desc limit 1), @good) <> @kind
            """,
            new { kind = isReadable ? Good : Bad, text, now, good = Good, bad = Bad },
            cancellationToken).ConfigureAwait(false) == 1;
    }

    private async Task TellAsync(Session session, IEnumerable<NoticeRow> missed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var notice in missed)
        {
            var data = new JsonObject { ["schedule_id"] = notice.ScheduleId, ["occurrence_id"] = notice.OccurrenceId, ["text"] = notice.Text };
            await outbox.AddAsync(session, WebhookEvent.ReportMissed, data, now, cancellationToken).ConfigureAwait(false);
        }
    }
}

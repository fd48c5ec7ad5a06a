using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Calendars.Stored;

internal sealed class CalendarStore(Database database)
{
    private const string Columns =
        "id, name, definition, revision, feed_address, feed_closes_early, feed_hours, feed_due_at, feed_read_at, feed_error, created_at, updated_at";

    public Task<StoredCalendar?> FindAsync(Session session, string id, CancellationToken cancellationToken) =>
        session.FindAsync<StoredCalendar>($"select {Columns} from calendars where id = @id", new { id }, cancellationToken);

    /// <summary>The same, for a change: others who change it wait.</summary>
    public Task<StoredCalendar?> LockAsync(Session session, string id, CancellationToken cancellationToken) =>
        session.FindAsync<StoredCalendar>($"select {Columns} from calendars where id = @id {database.ForUpdate}", new { id }, cancellationToken);

    /// <summary>All of them, by id.</summary>
    public Task<ImmutableArray<StoredCalendar>> ListAsync(Session session, CancellationToken cancellationToken) =>
        session.ListAsync<StoredCalendar>($"select {Columns} from calendars order by id", null, cancellationToken);

    /// <summary>Changes when any calendar does.</summary>
    public async Task<string> StampAsync(Session session, CancellationToken cancellationToken) =>
        string.Join(';', await session.ListAsync<string>("select id || ':' || revision || ':' || created_at from calendars order by id", null, cancellationToken).ConfigureAwait(false));

    public Task AddAsync(Session session, CalendarDefinition calendar, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into calendars (id, name, definition, created_at, updated_at) values (@Id, @Name, @definition, @now, @now)",
        new { calendar.Id, calendar.Name, definition = new Json(CalendarWriter.Text(calendar)), now },
        cancellationToken);

    /// <param name="revision">That the change was made from.</param>
    /// <returns>False when somebody else changed it since.</returns>
    public async Task<bool> UpdateAsync(Session session, CalendarDefinition calendar, int revision, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update calendars set name = @Name, definition = @definition, revision = revision + 1, updated_at = @now where id = @Id and revision = @revision",
        new { calendar.Id, calendar.Name, definition = new Json(CalendarWriter.Text(calendar)), revision, now },
        cancellationToken).ConfigureAwait(false) == 1;

    public Task DeleteAsync(Session session, string id, CancellationToken cancellationToken) =>
        session.ExecuteAsync("delete from calendars where id = @id", new { id }, cancellationToken);

    public Task AddVersionAsync(Session session, CalendarDefinition calendar, int revision, string note, string by, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "insert into calendar_versions (calendar_id, revision, definition, change_description, created_by, created_at) values (@Id, @revision, @definition, @note, @by, @now)",
        new { calendar.Id, revision, definition = new Json(CalendarWriter.Text(calendar)), note, by, now },
        cancellationToken);

    /// <summary>Newest first; those before a revision.</summary>
    public Task<ImmutableArray<CalendarVersion>> VersionsAsync(Session session, string id, int before, int limit, CancellationToken cancellationToken) => session.ListAsync<CalendarVersion>(
        """
        select revision, change_description, created_by, created_at, definition from calendar_versions
        where calendar_id = @id and revision < @before order by revision desc limit @limit
        """,
        new { id, before, limit },
        cancellationToken);

    /// <param name="feed">Null ends the subscription.</param>
    public Task SetFeedAsync(Session session, string id, CalendarFeed? feed, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        update calendars set feed_address = @address, feed_closes_early = @closesEarly, feed_hours = @hours, feed_due_at = @dueAt, feed_read_at = @readAt, feed_error = null
        where id = @id
        """,
        new
        {
            id,
            address = feed?.Address.AbsoluteUri,
            closesEarly = feed?.ClosesEarly ?? false,
            hours = feed?.Hours,
            dueAt = feed is null ? (DateTimeOffset?)null : now.AddHours(feed.Hours),
            readAt = feed is null ? (DateTimeOffset?)null : now,
        },
        cancellationToken);

    /// <summary>Takes the next feed that is due to be read. It is due again at once after its time, so that a node which dies here loses one reading.</summary>
    /// <returns>Null when none is due.</returns>
    public Task<StoredCalendar?> TakeDueFeedAsync(Session session, DateTimeOffset now, DateTimeOffset again, CancellationToken cancellationToken) => session.FindAsync<StoredCalendar>(
        $"""
        update calendars set feed_due_at = @again
        where id = (select id from calendars where feed_due_at <= @now order by feed_due_at, id limit 1 {database.SkipLocked}) returning {Columns}
        """,
        new { now, again },
        cancellationToken);

    /// <param name="isRead">Whether its dates were taken, all of them or some.</param>
    /// <param name="error">Null where all of it was.</param>
    public Task NoteReadingAsync(Session session, string id, bool isRead, DateTimeOffset now, DateTimeOffset dueAt, string? error, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update calendars set feed_due_at = @dueAt, feed_read_at = case when @isRead then @now else feed_read_at end, feed_error = @error where id = @id and feed_address is not null",
        new { id, isRead, now, dueAt, error },
        cancellationToken);

    /// <returns>When the next feed is to be read; null without feeds.</returns>
    public Task<DateTimeOffset?> NextDueAsync(Session session, CancellationToken cancellationToken) =>
        session.FindAsync<DateTimeOffset?>("select min(feed_due_at) from calendars", null, cancellationToken);
}

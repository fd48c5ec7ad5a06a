using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What planning writes: rows ahead of their time, and their changes until it comes.</summary>
internal sealed class OccurrencePlanStore(Database database)
{
    private const string Names =
        """
        nominal_date, business_date, slot, local_time, zone, utc_offset_seconds, due_at, adjustments, calendar_version, tzdb_version, period_start, period_end, report_date,
        run_at, start_deadline, state, reason
        """;

    private static readonly (string, string)[] Columns =
    [
        ("nominal_date", "date"), ("business_date", "date"), ("slot", "text"), ("local_time", "text"), ("zone", "text"), ("utc_offset_seconds", "integer"),
        ("due_at", "timestamptz"), ("adjustments", "json"), ("calendar_version", "text"), ("tzdb_version", "text"), ("period_start", "timestamptz"),
        ("period_end", "timestamptz"), ("report_date", "date"), ("run_at", "timestamptz"), ("start_deadline", "timestamptz"), ("state", "text"), ("reason", "text"),
    ];

    /// <summary>Adds the rows that are not there yet.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(Session session, Schedule schedule, ImmutableArray<PlannedRow> rows, DateTimeOffset now, CancellationToken cancellationToken) => rows.IsEmpty ? 0 : await session.ExecuteAsync(
        $"""
        insert into occurrences (schedule_id, schedule_version, origin, state_changed_at, changed_by, max_attempts, created_at, {Names})
        select @Id, @Version, 'scheduled', @now, 'planner', @attempts, @now, {Names} from {new JsonRows(database, "rows", Columns).Sql} where true
        on conflict do nothing
        """,
        new { schedule.Id, schedule.Version, attempts = schedule.PolicySet.MaxAttempts, now, rows = Write(rows) },
        cancellationToken).ConfigureAwait(false);

    private static string Write(ImmutableArray<PlannedRow> rows) => JsonSerializer.Serialize(rows, ScheduleRowsJson.Default.ImmutableArrayPlannedRow);
}

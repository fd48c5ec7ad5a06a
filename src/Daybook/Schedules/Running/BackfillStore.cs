using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

internal sealed class BackfillStore
{
    /// <summary>Has an occurrence that was opened again count as one of a backfill: oldest first, a few at once.</summary>
    public Task MarkAsync(Session session, OccurrenceId id, bool delivers, UserId? requestedBy, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update occurrences set origin = 'backfill', delivers = @delivers, requested_by = @requestedBy where id = @id", new { id, delivers, requestedBy }, cancellationToken);
}

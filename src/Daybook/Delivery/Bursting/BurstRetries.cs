using System.Text.Json;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Has what failed of a burst made once more; what others have stays.</summary>
internal sealed class BurstRetries(BurstStore store, ReportStore reports)
{
    /// <summary>The caller commits the session, and rings <see cref="BurstSignals"/> and <see cref="ReportSignals"/> after that.</summary>
    /// <param name="now">The burst as its settings are now; null, and one that divides by another column, keeps it as it was ordered.</param>
    /// <returns>False when it is not over, or nothing of it failed.</returns>
    public async Task<bool> ReopenAsync(Session session, StoredBurst burst, BurstDefinition? now, CancellationToken cancellationToken)
    {
        var definition = now is not null && now.Split == burst.ReadDefinition().Split ? new Json(JsonSerializer.Serialize(now, BurstJson.Default.BurstDefinition)) : burst.Definition;
        var parts = await store.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false);
        if (!await store.ReopenAsync(session, burst.Id, definition, cancellationToken).ConfigureAwait(false))
            return false;
        foreach (var part in parts.Where(part => part.State == BurstPartState.Failed))
        {
            if (part.ReportId is { } report)
                await reports.ReopenAsync(session, report, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}

using Daybook.Calendars.BuiltIn;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Calendars.Stored;

/// <summary>The calendars that schedules of this server can name: those of the program and those that were added. They are expanded once for each change.</summary>
internal sealed class ServerCalendars(CalendarStore store, TimeProvider clock)
{
    private volatile Kept? _kept;

    public async Task<CalendarCatalog> CatalogAsync(Session session, CancellationToken cancellationToken)
    {
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date;
        var stamp = await store.StampAsync(session, cancellationToken).ConfigureAwait(false);
        if (_kept is { } kept && kept.Stamp == stamp && kept.Year == today.Year)
            return kept.Catalog;
        var stored = await store.ListAsync(session, cancellationToken).ConfigureAwait(false);
        var catalog = new CalendarCatalog([.. BuiltInCalendars.All, .. stored.Select(calendar => calendar.Read())], today);
        _kept = new Kept(stamp, today.Year, catalog);
        return catalog;
    }

    private sealed record Kept(string Stamp, int Year, CalendarCatalog Catalog);
}

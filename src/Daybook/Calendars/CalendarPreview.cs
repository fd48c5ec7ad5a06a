using System.Collections.Immutable;

namespace Daybook.Calendars;

/// <summary>What an import would do, for a person to confirm.</summary>
/// <param name="Result">The calendar as it would be; the same object when nothing changes.</param>
internal sealed record CalendarPreview(CalendarDefinition Result, ImmutableArray<CalendarChange> Changes)
{
    public IEnumerable<CalendarChange> Added => Changes.Where(change => change.Before is null);

    public IEnumerable<CalendarChange> Removed => Changes.Where(change => change.After is null);

    public IEnumerable<CalendarChange> Changed => Changes.Where(change => change is { Before: not null, After: not null });
}

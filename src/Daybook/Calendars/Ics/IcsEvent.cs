using System.Collections.Immutable;
using Daybook.Schedules.Recurrence;
using NodaTime;

namespace Daybook.Calendars.Ics;

/// <summary>One VEVENT.</summary>
/// <param name="Uid">Made from the line where the file gives none.</param>
/// <param name="RecurrenceId">The date of the series it stands in for; null for the series itself.</param>
/// <param name="Days">How many dates it covers; 1 for a timed event.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record IcsEvent(string Uid, int Sequence, LocalDate? RecurrenceId, IcsTime Start, int Days, string Summary, int Line)
{
    public bool IsCancelled { get; init; }

    public bool IsTransparent { get; init; }

    public RecurrenceRule? Rule { get; init; }

    public ImmutableSortedSet<LocalDate> Added { get; init; } = [];

    public ImmutableSortedSet<LocalDate> Excluded { get; init; } = [];
}

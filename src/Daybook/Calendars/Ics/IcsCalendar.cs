using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Calendars.Ics;

/// <summary>What an ICS file says about business days.</summary>
/// <param name="Name">Of the calendar; null when the file gives none.</param>
/// <param name="Holidays">Date → name.</param>
/// <param name="IgnoredTimed">Timed events that were left out.</param>
/// <param name="IgnoredTransparent">Events that block no time.</param>
internal sealed record IcsCalendar(
    string? Name,
    ImmutableSortedDictionary<LocalDate, string> Holidays,
    ImmutableSortedDictionary<LocalDate, LocalTime> EarlyCloses,
    int IgnoredTimed,
    int IgnoredTransparent)
{
    public static IcsCalendar Empty { get; } = new(
        null, ImmutableSortedDictionary<LocalDate, string>.Empty, ImmutableSortedDictionary<LocalDate, LocalTime>.Empty, 0, 0);
}

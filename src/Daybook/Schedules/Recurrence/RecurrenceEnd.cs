using NodaTime;

namespace Daybook.Schedules.Recurrence;

/// <summary>UNTIL: a date, a local date and time, or an instant; whatever is later is left out.</summary>
/// <param name="LastDate">No date after it can be meant, whatever the zone.</param>
/// <param name="Local">Null unless UNTIL is a local date and time.</param>
/// <param name="Instant">Null unless UNTIL is in UTC.</param>
internal sealed record RecurrenceEnd(LocalDate LastDate, LocalDateTime? Local, Instant? Instant);

using NodaTime;

namespace Daybook.Schedules.Recurrence;

/// <summary>An entry of BYDAY.</summary>
/// <param name="Nth">0 for every such weekday; from the start, or negative from the end, of the month or year.</param>
internal readonly record struct RecurrenceDay(int Nth, IsoDayOfWeek Weekday);

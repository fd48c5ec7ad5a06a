using NodaTime;

namespace Daybook.Calendars;

/// <summary>One date that an import adds, removes or changes.</summary>
/// <param name="Before">Name of the holiday or time of the early close; null when it is added.</param>
/// <param name="After">Null when it is removed.</param>
internal sealed record CalendarChange(LocalDate Date, string? Before, string? After);

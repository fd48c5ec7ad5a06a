using NodaTime;

namespace Daybook.Calendars;

/// <summary>The weekend from a date on.</summary>
internal sealed record WeekendChange(LocalDate From, Weekdays Days);

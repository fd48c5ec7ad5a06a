namespace Daybook.Calendars.Stored;

/// <summary>An ICS file that is read regularly.</summary>
/// <param name="ClosesEarly">Whether its timed events close business early.</param>
/// <param name="Hours">Between two readings.</param>
internal sealed record CalendarFeed(Uri Address, bool ClosesEarly, int Hours);

using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>Business ends earlier on these dates, where they are business dates.</summary>
internal sealed record EarlyCloseRule(HolidayRule Day, LocalTime Close);

using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Hosting;

namespace Daybook.Schedules.Api;

/// <summary>A schedule as a request brought it, checked against the server.</summary>
/// <param name="Calendar">That its rule names; null for none.</param>
internal sealed record ReadSchedule(ScheduleContent Content, BusinessCalendar? Calendar, ImmutableArray<FieldError> Warnings);

using Daybook.Hosting;

namespace Daybook.Schedules.Api;

/// <summary>A schedule's fields, and what is asked of it.</summary>
/// <remarks>For the description of the API: the body itself is read field by field, so that all that is wrong is told at once.</remarks>
/// <param name="ScheduleId">The schedule that would be changed; then only what changes is sent.</param>
/// <param name="Count">How many occurrences.</param>
/// <param name="From">Those after this instant; from now on without it.</param>
/// <param name="ViewerZone">The zone that times are shown in besides; the server's without it.</param>
internal sealed record DryRunRequest(Guid? ScheduleId = null, int? Count = null, GivenInstant? From = null, string? ViewerZone = null) : ScheduleRequest;

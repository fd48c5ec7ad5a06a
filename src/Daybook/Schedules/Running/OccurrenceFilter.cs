namespace Daybook.Schedules.Running;

/// <summary>Which occurrences a list shows; null takes all.</summary>
/// <param name="From">The first instant of falling due.</param>
/// <param name="To">The instant before which they fall due.</param>
internal sealed record OccurrenceFilter(ScheduleId? ScheduleId, DateTimeOffset? From, DateTimeOffset? To, OccurrenceState? State = null, OccurrenceOrigin? Origin = null);

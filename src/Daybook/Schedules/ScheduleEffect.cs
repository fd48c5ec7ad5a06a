using System.Collections.Immutable;
using Daybook.Schedules.Occurrences;

namespace Daybook.Schedules;

/// <summary>What a change elsewhere does to the plan of one schedule.</summary>
internal sealed record ScheduleEffect(ScheduleId Id, string Name, ImmutableArray<PlanChange> Changes);

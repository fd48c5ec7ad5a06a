using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R10.</summary>
/// <param name="TotalThreatHours">Number of hours with at least two critical or high findings.</param>
/// <param name="PeakActivity">The hour with the most findings, the earliest on ties; null without events.</param>
internal sealed record ThreatTimeline(ImmutableArray<TimelineEvent> TimelineEvents, int TotalThreatHours, TimelineEvent? PeakActivity);

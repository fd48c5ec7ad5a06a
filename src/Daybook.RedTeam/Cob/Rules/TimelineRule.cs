using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R10: the hours (report zone) with two or more critical or high findings.</summary>
internal static class TimelineRule
{
    private const int ReportedFrom = 2;

    public static ThreatTimeline Of(IEnumerable<KeyValuePair<DateTimeOffset, HourTally>> hours)
    {
        ImmutableArray<TimelineEvent> events =
        [
            .. hours
                .Where(hour => hour.Value.Findings >= ReportedFrom)
                .OrderBy(hour => hour.Key)
                .Select(hour => new TimelineEvent(hour.Key, hour.Value.Findings, [.. hour.Value.Models], [.. hour.Value.Scorers])),
        ];
        return new ThreatTimeline(events, events.Length, events.MaxBy(hour => hour.Count));
    }
}

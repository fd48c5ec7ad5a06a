using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <param name="Hour">Start of the hour, in the report's zone.</param>
/// <param name="Count">Critical and high findings in it.</param>
internal sealed record TimelineEvent(DateTimeOffset Hour, long Count, ImmutableArray<string> Models, ImmutableArray<string> Scorers);

using System.Collections.Immutable;

namespace Daybook.Schedules.Words;

/// <summary>A rule in words.</summary>
/// <param name="When">What stands before the zone: <c>every day at 18:00</c>.</param>
/// <param name="Bounds">What follows the zone: where it begins and ends, and what becomes of dates that are not there.</param>
internal sealed record RulePhrase(string When, ImmutableArray<string> Bounds)
{
    public static implicit operator RulePhrase(string when) => new(when, []);
}

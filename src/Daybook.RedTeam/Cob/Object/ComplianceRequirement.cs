using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R22.</summary>
/// <param name="Tested">Scored tests whose tags or category belong to the requirement.</param>
/// <param name="Rate">Attack success rate in percent; null when not tested.</param>
/// <param name="PassRate">100 minus <paramref name="Rate"/>.</param>
/// <param name="Interval">Of <paramref name="Rate"/>; null when not tested.</param>
internal sealed record ComplianceRequirement(
    string Id,
    string Title,
    ImmutableArray<string> Tags,
    long Tested,
    long Violations,
    decimal? Rate,
    decimal? PassRate,
    RateInterval? Interval,
    ComplianceStatus Status);

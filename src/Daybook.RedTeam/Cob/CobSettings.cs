using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>What a report may choose about the close-of-business object.</summary>
internal sealed record CobSettings
{
    /// <summary>The set the findings' severities were made with; printed in the report.</summary>
    public SeverityThresholds Thresholds { get; init; } = SeverityThresholds.Cob;

    public RiskRule RiskRule { get; init; } = RiskRule.WorstOf;

    /// <summary>Name of the polarity profile the reader applied; printed in the report.</summary>
    public string PolarityProfile { get; init; } = "pyrit";

    public ImmutableArray<AttackPattern> Patterns { get; init; } = AttackPattern.Standard;

    /// <summary>Targets that must have been tested; one that was not makes the period partly assessed.</summary>
    public ImmutableArray<string> ExpectedTargets { get; init; } = [];

    /// <summary>Null when the schedule names none.</summary>
    public string? Shift { get; init; }

    /// <summary>Null when nobody is named.</summary>
    public string? Operator { get; init; }

    /// <summary>When the data was read; null when that is not part of the report.</summary>
    public DateTimeOffset? DataSnapshotAt { get; init; }

    /// <summary>Number of critical and high findings shown in full.</summary>
    public int EvidenceLimit { get; init; } = 200;
}

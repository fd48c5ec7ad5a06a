using NodaTime;

namespace Daybook.RedTeam;

/// <summary>What a log does not say itself, and what it may hold at most.</summary>
internal sealed record GarakOptions
{
    public GarakLimits Limits { get; init; } = GarakLimits.Default;

    /// <summary>The zone of the machine that scanned: garak writes local times without one.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The hit threshold of logs that do not name theirs, from 0 to 1; null takes garak's default and says so.</summary>
    public double? Threshold { get; init; }

    public SeverityThresholds Severities { get; init; } = SeverityThresholds.Cob;
}

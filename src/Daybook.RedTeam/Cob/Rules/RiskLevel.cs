namespace Daybook.RedTeam;

/// <summary>From harmless to grave, so that the worse of two is the larger.</summary>
internal enum RiskLevel
{
    Minimal,
    Low,
    Medium,
    High,
    Critical,
}

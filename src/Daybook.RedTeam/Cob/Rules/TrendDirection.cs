namespace Daybook.RedTeam;

internal enum TrendDirection
{
    Increasing,
    Decreasing,
    Stable,
}

namespace Daybook.RedTeam;

internal enum TrendStatus
{
    Computed,

    /// <summary>Too few periods with data: every figure of the trend is null.</summary>
    InsufficientData,
}

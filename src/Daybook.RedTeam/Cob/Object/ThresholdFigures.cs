namespace Daybook.RedTeam;

/// <summary>Lower bounds of the severities on the scale of the set.</summary>
/// <param name="Low">0 stands for "above 0".</param>
/// <param name="Top">Largest score of the scale.</param>
internal sealed record ThresholdFigures(string Name, decimal Critical, decimal High, decimal Medium, decimal Low, decimal Top)
{
    public static ThresholdFigures Of(SeverityThresholds set) =>
        new(set.Name, (decimal)set.Critical, (decimal)set.High, (decimal)set.Medium, (decimal)set.Low, (decimal)set.Top);
}

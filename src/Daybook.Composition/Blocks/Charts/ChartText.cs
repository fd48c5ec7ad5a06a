namespace Daybook.Composition;

/// <summary>How the numbers of a chart print.</summary>
/// <param name="Decimals">Null shows as many as the data has.</param>
/// <param name="Unit">With its space: <c>%</c> or <c> ms</c>; empty for none.</param>
internal sealed record ChartText(int? Decimals, string Unit)
{
    public static ChartText Of(int? decimals, string? unit) => new(decimals, unit is null or "" ? "" : unit == "%" ? "%" : " " + unit);
}

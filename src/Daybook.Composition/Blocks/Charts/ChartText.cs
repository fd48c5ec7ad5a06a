using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>How the numbers of a chart print.</summary>
/// <param name="Decimals">Null shows as many as the data has.</param>
/// <param name="Unit">With its space: <c>%</c> or <c> ms</c>; empty for none.</param>
/// <param name="Locale">Null writes <c>1,234.5</c>.</param>
internal sealed record ChartText(int? Decimals, string Unit, DocumentLocale? Locale)
{
    public static ChartText Of(int? decimals, string? unit, DocumentLocale? locale) => new(decimals, unit is null or "" ? "" : unit == "%" ? "%" : " " + unit, locale);
}

using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>R5: how a change is written.</summary>
internal static class ChangeText
{
    public const string NotApplicable = "N/A";

    /// <returns>Signed percentage with one decimal such as <c>+12.5%</c>; <c>N/A</c> when there is nothing to divide by.</returns>
    public static string OfCount(decimal? now, decimal? before) =>
        now is null || before is null or 0m ? NotApplicable : Figure.Signed(100m * (now.Value - before.Value) / before.Value) + "%";

    /// <returns>The signed difference of two counts, whole where both are: <c>+5</c>, <c>-2.5</c>, <c>0</c>.</returns>
    public static string OfDifference(decimal? now, decimal? before) =>
        now - before is not { } difference ? NotApplicable
        : decimal.IsInteger(difference) ? difference.ToString("+#,##0;-#,##0;0", CultureInfo.InvariantCulture)
        : Figure.Signed(difference);

    /// <summary>The change of a rate, which is given in percentage points: <c>+3.1 pp</c>.</summary>
    public static string OfRate(decimal? now, decimal? before) =>
        now is null || before is null ? NotApplicable : Figure.Signed(now.Value - before.Value) + " pp";
}

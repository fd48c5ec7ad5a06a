namespace Daybook.RedTeam;

/// <summary>R5: how a change is written.</summary>
internal static class ChangeText
{
    public const string NotApplicable = "N/A";

    /// <returns>Signed percentage with one decimal such as <c>+12.5%</c>; <c>N/A</c> when there is nothing to divide by.</returns>
    public static string OfCount(decimal? now, decimal? before) =>
        now is null || before is null or 0m ? NotApplicable : Figure.Signed(100m * (now.Value - before.Value) / before.Value) + "%";

    /// <summary>The change of a rate, which is given in percentage points: <c>+3.1 pp</c>.</summary>
    public static string OfRate(decimal? now, decimal? before) =>
        now is null || before is null ? NotApplicable : Figure.Signed(now.Value - before.Value) + " pp";
}

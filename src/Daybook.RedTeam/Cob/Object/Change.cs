namespace Daybook.RedTeam;

/// <summary>A figure against an earlier one (R5).</summary>
/// <param name="Text">Such as <c>+12.5%</c>, for rates <c>+3.1 pp</c>; <c>N/A</c> when there is nothing to compare with.</param>
/// <param name="Difference">Now minus before; null when there is nothing to compare with.</param>
/// <param name="Signed">The difference as text with its sign: <c>+5</c>, for rates <c>+3.1 pp</c>; <c>N/A</c> without one.</param>
/// <param name="Direction"><c>up</c>, <c>down</c>, <c>equal</c> or <c>unknown</c>.</param>
internal sealed record Change(string Text, decimal? Difference, string Signed, string Direction)
{
    public static Change OfCount(decimal? now, decimal? before) => Of(ChangeText.OfCount(now, before), now - before, ChangeText.OfDifference(now, before));

    public static Change OfRate(decimal? now, decimal? before) => Of(ChangeText.OfRate(now, before), now - before, ChangeText.OfRate(now, before));

    private static Change Of(string text, decimal? difference, string signed) => new(
        text,
        difference,
        signed,
        difference switch
        {
            null => "unknown",
            > 0m => "up",
            < 0m => "down",
            _ => "equal",
        });
}

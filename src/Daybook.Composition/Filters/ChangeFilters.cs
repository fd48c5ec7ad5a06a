using Daybook.Jinja;

namespace Daybook.Composition;

internal static class ChangeFilters
{
    private static readonly Signature ChangeSignature = Signature.Of("calculate_change", ["value", "previous"]);
    private static readonly Signature TrendSignature = Signature.Of("trend_indicator", ["current", "previous"], ("inverse", false), ("text", false));

    public static KeyValuePair<string, JinjaFunction>[] All { get; } = [new("calculate_change", Change), new("trend_indicator", Trend)];

    /// <summary><c>+12.5%</c>, <c>-3.0%</c>, <c>0.0%</c>; <c>N/A</c> when either figure is missing or the earlier one is zero.</summary>
    private static string Change(RenderState state, Arguments arguments)
    {
        var bound = ChangeSignature.Bind(arguments);
        return ChangeText.Of(FilterArguments.Number(state, "calculate_change", bound[0]), FilterArguments.Number(state, "calculate_change", bound[1]));
    }

    /// <summary>An arrow chart for up, down and equal, <c>inverse</c> when up is bad; <c>text=true</c> gives words for readers who see no pictures.</summary>
    private static string Trend(RenderState state, Arguments arguments)
    {
        var bound = TrendSignature.Bind(arguments);
        if (FilterArguments.Number(state, "trend_indicator", bound[0]) is not { } current
            || FilterArguments.Number(state, "trend_indicator", bound[1]) is not { } previous || double.IsNaN(current) || double.IsNaN(previous))
            return MissingText.NotAvailable;
        var isInverse = FilterArguments.IsTrue(bound[2]);
        if (FilterArguments.IsTrue(bound[3]))
            return (current > previous ? isInverse ? "up (worse)" : "up" : current < previous ? isInverse ? "down (better)" : "down" : "unchanged");
        return current == previous ? "➡️" : current > previous != isInverse ? "📈" : "📉";
    }
}

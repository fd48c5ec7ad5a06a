using Daybook.Documents;
using Daybook.Jinja.Python;

namespace Daybook.Composition;

/// <summary>Changes as every report shows them: <c>+12.5%</c>, <c>-3.0%</c>, <c>0.0%</c>; <c>N/A</c> where there is nothing to compare with.</summary>
internal static class ChangeText
{
    /// <param name="previous">Zero has no percentage: the answer is <c>N/A</c>, never an infinite rise.</param>
    public static string Of(double? value, double? previous)
    {
        if (value is not { } now || previous is not { } before || before == 0 || !double.IsFinite(now) || !double.IsFinite(before))
            return MissingText.NotAvailable;
        var percent = (now - before) / Math.Abs(before) * 100;
        return double.IsFinite(percent) ? Signed(percent) + "%" : MissingText.NotAvailable;
    }

    /// <summary>Which way a shown change goes; null for <c>N/A</c> and other text.</summary>
    public static ChangeDirection? DirectionOf(string? change)
    {
        if (string.IsNullOrEmpty(change) || !change.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        if (!change.AsSpan().ContainsAnyInRange('1', '9'))
            return ChangeDirection.Flat;
        return change[0] switch
        {
            '+' => ChangeDirection.Up,
            '-' or '−' => ChangeDirection.Down,
            _ => null,
        };
    }

    /// <param name="upIsGood">Null when neither way is good.</param>
    public static bool? IsGood(ChangeDirection? direction, bool? upIsGood) => (direction, upIsGood) switch
    {
        (ChangeDirection.Up, { } good) => good,
        (ChangeDirection.Down, { } good) => !good,
        _ => null,
    };

    /// <summary>One decimal with its sign; what rounds to zero is <c>0.0</c>.</summary>
    private static string Signed(double percent)
    {
        var text = FixedPoint.Format(percent, 1, grouped: false);
        return percent > 0 && text != "0.0" ? "+" + text : text;
    }
}

using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The families of <see cref="ThemeColor"/>, by number or severity.</summary>
public static class ThemeColors
{
    public const int SeriesCount = 6;

    public const int HeatCount = 7;

    /// <param name="index">From 0; wraps around after <see cref="SeriesCount"/>.</param>
    public static ThemeColor Series(int index) => ThemeColor.Series1 + index % SeriesCount;

    /// <param name="step">0 (lowest) to <see cref="HeatCount"/> - 1.</param>
    public static ThemeColor Heat(int step) => ThemeColor.Heat1 + step;

    public static ThemeColor Solid(Severity severity) => ThemeColor.Info + (int)severity;

    public static ThemeColor Tint(Severity severity) => ThemeColor.InfoTint + (int)severity;

    public static ThemeColor Text(Severity severity) => ThemeColor.InfoText + (int)severity;

    /// <summary>The text colour on top of a fill of a series, a heat step or a severity.</summary>
    public static ThemeColor On(ThemeColor fill) => fill switch
    {
        >= ThemeColor.Series1 and <= ThemeColor.Series6 => fill + SeriesCount,
        >= ThemeColor.Heat1 and <= ThemeColor.Heat7 => fill + HeatCount,
        >= ThemeColor.Info and <= ThemeColor.Critical => fill + (ThemeColor.OnInfo - ThemeColor.Info),
        _ => throw new ArgumentOutOfRangeException(nameof(fill), fill, "The colour is not a fill."),
    };
}

using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>
/// Charts are drawn in roles of the theme, not in colours, so that one drawing follows day, night and paper. OxyPlot only knows ARGB:
/// the role travels in the blue part, under a mark that no colour of ours has.
/// </summary>
internal static class ChartInk
{
    private const byte Mark = 0xDB;

    public static OxyColor None => OxyColors.Undefined;

    /// <param name="opacity">0 (invisible) to 1.</param>
    public static OxyColor Of(ThemeColor color, double opacity = 1) =>
        OxyColor.FromArgb((byte)Math.Round(255 * opacity), Mark, Mark, (byte)color);

    /// <exception cref="ArgumentException">The colour is not an ink: a chart used a colour of its own.</exception>
    public static ThemeColor Role(OxyColor ink) => ink.R == Mark && ink.G == Mark
        ? (ThemeColor)ink.B
        : throw new ArgumentException($"{ink} is not a colour of the theme.", nameof(ink));
}

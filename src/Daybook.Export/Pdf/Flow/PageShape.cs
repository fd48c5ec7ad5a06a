namespace Daybook.Export.Pdf;

/// <summary>A sheet and the place of its content, in points from its top left corner.</summary>
internal sealed record PageShape(double Width, double Height)
{
    public const double SideMargin = 60;

    private const double TopMargin = 74;

    private const double BottomMargin = 70;

    public static double Left => SideMargin;

    public static double Top => TopMargin;

    public double ContentWidth => Width - 2 * SideMargin;

    /// <summary>Where content ends.</summary>
    public double Bottom => Height - BottomMargin;

    public double ContentHeight => Bottom - Top;

    public PageShape Turned => new(Height, Width);
}

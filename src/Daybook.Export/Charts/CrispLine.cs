using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Straight thin lines in the middle of a pixel, where they are crisp.</summary>
internal static class CrispLine
{
    public static IList<ScreenPoint> Of(IList<ScreenPoint> points, double thickness)
    {
        if (points is not [var a, var b] || thickness is not (> 0 and <= 1.5))
            return points;
        if (a.Y == b.Y)
            return [new(a.X, Math.Floor(a.Y) + 0.5), new(b.X, Math.Floor(b.Y) + 0.5)];
        return a.X == b.X ? [new(Math.Floor(a.X) + 0.5, a.Y), new(Math.Floor(b.X) + 0.5, b.Y)] : points;
    }
}

using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Shapes around a centre. Angles are in turns, clockwise from the top.</summary>
internal static class Arc
{
    public static ScreenPoint At(ScreenPoint center, double radius, double turns)
    {
        var angle = turns * 2 * Math.PI;
        return new(center.X + radius * Math.Sin(angle), center.Y - radius * Math.Cos(angle));
    }

    /// <summary>A slice of a disc or, with an inner radius, of a ring; fine enough to look round.</summary>
    public static List<ScreenPoint> Slice(ScreenPoint center, double inner, double outer, double from, double to)
    {
        var steps = Math.Max(2, (int)Math.Ceiling((to - from) * 120));
        var points = new List<ScreenPoint>(2 * steps + 2);
        for (var i = 0; i <= steps; i++)
            points.Add(At(center, outer, from + (to - from) * i / steps));
        if (inner <= 0)
            points.Add(center);
        else
        {
            for (var i = steps; i >= 0; i--)
                points.Add(At(center, inner, from + (to - from) * i / steps));
        }

        return points;
    }
}

using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The mark of a severity: each has a shape of its own, so that colour is never alone. Measures are halves of the mark's size around its middle, y down.</summary>
/// <param name="Corners">Of a polygon; empty for a circle.</param>
/// <param name="Radius">Of a circle.</param>
/// <param name="Ring">How thick the line of a circle is that is not filled; null fills the shape.</param>
internal sealed record SeverityShape(ImmutableArray<(double X, double Y)> Corners, double Radius = 0, double? Ring = null)
{
    private static readonly SeverityShape Diamond = new([(0, -1.16), (1.16, 0), (0, 1.16), (-1.16, 0)]);
    private static readonly SeverityShape Up = new([(0, -1), (1, 0.9), (-1, 0.9)]);
    private static readonly SeverityShape Square = new([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]);
    private static readonly SeverityShape Down = new([(-1, -0.9), (1, -0.9), (0, 1)]);
    private static readonly SeverityShape Disc = new([], Radius: 1);
    private static readonly SeverityShape Circle = new([], Radius: 0.75, Ring: 0.5);
    private static readonly SeverityShape Bar = new([(-1, -0.36), (1, -0.36), (1, 0.36), (-1, 0.36)]);

    public static SeverityShape Of(Severity severity) => severity switch
    {
        Severity.Critical => Diamond,
        Severity.High => Up,
        Severity.Medium => Square,
        Severity.Low => Down,
        Severity.Minimal => Disc,
        Severity.Unknown => Circle,
        Severity.Info => Bar,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };
}

using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>Colours that run into each other along a line or between two circles, in the coordinates of the canvas.</summary>
public sealed class PdfGradient
{
    private PdfGradient(int kind, double[] coordinates, ImmutableArray<GradientStop> stops)
    {
        if (stops.Length < 2 || !stops.SequenceEqual(stops.OrderBy(stop => stop.Offset)) || stops[0].Offset < 0 || stops[^1].Offset > 1)
            throw new ArgumentException("A gradient has two or more stops with rising offsets between 0 and 1.", nameof(stops));
        (Kind, Coordinates, Stops) = (kind, coordinates, stops);
    }

    /// <summary>The shading type: 2 axial, 3 radial.</summary>
    internal int Kind { get; }

    internal double[] Coordinates { get; }

    internal ImmutableArray<GradientStop> Stops { get; }

    public static PdfGradient Linear(double x1, double y1, double x2, double y2, params ImmutableArray<GradientStop> stops) =>
        new(2, [x1, y1, x2, y2], stops);

    /// <summary>From the center of a circle to its rim.</summary>
    public static PdfGradient Radial(double x, double y, double radius, params ImmutableArray<GradientStop> stops) =>
        new(3, [x, y, 0, x, y, radius], stops);

    /// <summary>The pattern, with <paramref name="matrix"/> from the canvas to the space of the page.</summary>
    internal void Write(ByteWriter to, Matrix matrix)
    {
        to.Raw("<</PatternType 2/Matrix["u8);
        matrix.Write(to);
        to.Raw("]/Shading<</ShadingType "u8).Number(Kind).Raw("/ColorSpace/DeviceRGB/Extend[true true]/Coords["u8).Numbers(Coordinates)
            .Raw("]/Function"u8);
        // Colours before the first and after the last stop stay as those have them.
        var stops = Stops;
        if (stops[0].Offset > 0)
            stops = stops.Insert(0, stops[0] with { Offset = 0 });
        if (stops[^1].Offset < 1)
            stops = stops.Add(stops[^1] with { Offset = 1 });
        to.Raw("<</FunctionType 3/Domain[0 1]/Functions["u8);
        for (var i = 1; i < stops.Length; i++)
        {
            to.Raw("<</FunctionType 2/N 1/Domain[0 1]/C0["u8);
            Components(to, stops[i - 1].Color);
            to.Raw("]/C1["u8);
            Components(to, stops[i].Color);
            to.Raw("]>>"u8);
        }

        to.Raw("]/Bounds["u8);
        for (var i = 1; i < stops.Length - 1; i++)
            to.Numbers(stops[i].Offset);
        to.Raw("]/Encode["u8);
        for (var i = 1; i < stops.Length; i++)
            to.Raw("0 1 "u8);
        to.Raw("]>>>>>>"u8);
    }

    internal static void Components(ByteWriter to, PdfColor color) => to.Numbers(color.R / 255.0, color.G / 255.0, color.B / 255.0);
}

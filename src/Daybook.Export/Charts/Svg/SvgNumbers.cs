using System.Globalization;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>Writes numbers of an SVG: at most two decimals, no exponent, no <c>-0</c>, the same on every machine.</summary>
internal sealed class SvgNumbers(HtmlWriter writer)
{
    public void Attribute(ReadOnlySpan<byte> name, double value)
    {
        writer.Raw(" "u8).Raw(name).Raw("=\""u8);
        Number(value);
        writer.Raw("\""u8);
    }

    public void Pair(double x, double y)
    {
        Number(x);
        writer.Raw(" "u8);
        Number(y);
    }

    /// <summary>Path data through the points; straight lines along an axis are written short.</summary>
    public void Path(IList<ScreenPoint> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (Hundredths(points[i].X), Hundredths(points[i].Y));
            var (lastX, lastY) = i == 0 ? (long.MinValue, long.MinValue) : (Hundredths(points[i - 1].X), Hundredths(points[i - 1].Y));
            if (i == 0 || (x != lastX && y != lastY))
            {
                writer.Raw(i == 0 ? "M"u8 : "L"u8);
                Write(x);
                writer.Raw(" "u8);
                Write(y);
            }
            else if (y == lastY)
            {
                writer.Raw("H"u8);
                Write(x);
            }
            else
            {
                writer.Raw("V"u8);
                Write(y);
            }
        }
    }

    /// <param name="dashes">In multiples of the thickness.</param>
    public void Dashes(double[] dashes, double thickness)
    {
        writer.Raw(" stroke-dasharray=\""u8);
        for (var i = 0; i < dashes.Length; i++)
        {
            if (i > 0)
                writer.Raw(" "u8);
            Number(dashes[i] * thickness);
        }

        writer.Raw("\""u8);
    }

    private static long Hundredths(double value) => double.IsFinite(value) && Math.Abs(value) < 1e9
        ? (long)Math.Round(value * 100, MidpointRounding.AwayFromZero)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The chart has a coordinate that cannot be drawn.");

    private void Number(double value) => Write(Hundredths(value));

    private void Write(long hundredths)
    {
        Span<char> text = stackalloc char[24];
        (hundredths / 100m).TryFormat(text, out var length, "0.##", CultureInfo.InvariantCulture);
        writer.Raw(text[..length]);
    }
}

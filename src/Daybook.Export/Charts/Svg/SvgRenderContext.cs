using System.Globalization;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>
/// Draws as SVG inside a page: shapes carry the theme's light colour as an attribute and a class by which the page's style sheet paints
/// them for its surroundings. No ids, no clipping paths, at most two decimals.
/// </summary>
internal sealed class SvgRenderContext(HtmlWriter writer, Theme theme) : ClippingRenderContext
{
    /// <summary>Of the line box, from its top: where letters stand.</summary>
    private const double Baseline = 0.95;

    /// <summary>Of the text size: half the height of a capital.</summary>
    private const double HalfCapital = 0.36;

    private readonly SvgNumbers _numbers = new(writer);

    public override void DrawLine(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count < 2 || Invisible(stroke, thickness))
            return;
        writer.Raw("<path d=\""u8);
        Path(points, thickness);
        writer.Raw("\""u8);
        Paint(OxyColors.Undefined, stroke, thickness, dashArray, lineJoin);
        writer.Raw("/>\n"u8);
    }

    public override void DrawPolygon(
        IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (points.Count < 2)
            return;
        writer.Raw("<path d=\""u8);
        Path(points, 0);
        writer.Raw("Z\""u8);
        Paint(fill, stroke, thickness, dashArray, lineJoin);
        writer.Raw("/>\n"u8);
    }

    public override void DrawRectangle(OxyRect rectangle, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        writer.Raw("<rect"u8);
        _numbers.Attribute("x"u8, rectangle.Left);
        _numbers.Attribute("y"u8, rectangle.Top);
        _numbers.Attribute("width"u8, rectangle.Width);
        _numbers.Attribute("height"u8, rectangle.Height);
        Paint(fill, stroke, thickness, null, LineJoin.Miter);
        writer.Raw("/>\n"u8);
    }

    public override void DrawEllipse(OxyRect extents, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        writer.Raw("<ellipse"u8);
        _numbers.Attribute("cx"u8, extents.Center.X);
        _numbers.Attribute("cy"u8, extents.Center.Y);
        _numbers.Attribute("rx"u8, extents.Width / 2);
        _numbers.Attribute("ry"u8, extents.Height / 2);
        Paint(fill, stroke, thickness, null, LineJoin.Miter);
        writer.Raw("/>\n"u8);
    }

    public override void DrawText(
        ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation,
        HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        var lines = text.Split('\n');
        var lineHeight = fontSize * ChartText.LineHeight;
        var first = verticalAlignment switch
        {
            VerticalAlignment.Top => fontSize * Baseline,
            VerticalAlignment.Middle => fontSize * HalfCapital - (lines.Length - 1) * lineHeight / 2,
            VerticalAlignment.Bottom => fontSize * (Baseline - ChartText.LineHeight) - (lines.Length - 1) * lineHeight,
            _ => throw new ArgumentOutOfRangeException(nameof(verticalAlignment), verticalAlignment, null),
        };
        for (var i = 0; i < lines.Length; i++)
        {
            writer.Raw("<text"u8);
            if (rotation == 0)
            {
                _numbers.Attribute("x"u8, p.X);
                _numbers.Attribute("y"u8, p.Y + first + i * lineHeight);
            }
            else
            {
                Rotate(p, rotation, first + i * lineHeight);
            }

            if (horizontalAlignment != HorizontalAlignment.Left)
                writer.Raw(horizontalAlignment == HorizontalAlignment.Center ? " text-anchor=\"middle\""u8 : " text-anchor=\"end\""u8);
            if (fontSize != ChartText.Size)
                _numbers.Attribute("font-size"u8, fontSize);
            if (fontWeight >= ChartText.Bold)
                writer.Raw(" font-weight=\"600\""u8);
            Paint(fill, OxyColors.Undefined, 0, null, LineJoin.Miter);
            writer.Raw(">"u8).PlainText(lines[i]).Raw("</text>\n"u8);
        }
    }

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        TextWidths.Measure(text, fontSize, fontWeight);

    /// <summary>Axes enclose their values, so nothing is drawn outside.</summary>
    protected override void SetClip(OxyRect clippingRectangle)
    {
    }

    protected override void ResetClip()
    {
    }

    private static bool Invisible(OxyColor color, double thickness) => !color.IsVisible() || thickness <= 0;

    private void Rotate(ScreenPoint p, double rotation, double offset)
    {
        writer.Raw(" transform=\"translate("u8);
        _numbers.Pair(p.X, p.Y);
        writer.Raw(") rotate("u8).Raw(rotation.ToString("0.#", CultureInfo.InvariantCulture)).Raw(")\""u8);
        _numbers.Attribute("y"u8, offset);
    }

    private void Path(IList<ScreenPoint> points, double thickness) => _numbers.Path(CrispLine.Of(points, thickness));

    /// <summary>Fill and stroke, as classes and as attributes for viewers without the style sheet.</summary>
    private void Paint(OxyColor fill, OxyColor stroke, double thickness, double[]? dashes, LineJoin join)
    {
        var filled = fill.IsVisible();
        var stroked = !Invisible(stroke, thickness);
        if (filled || stroked)
        {
            writer.Raw(" class=\""u8);
            if (filled)
                writer.Raw("f-"u8).Raw(StyleSheet.ColorName(ChartInk.Role(fill)));
            if (stroked)
                writer.Raw(filled ? " s-"u8 : "s-"u8).Raw(StyleSheet.ColorName(ChartInk.Role(stroke)));
            writer.Raw("\""u8);
        }

        Fill(fill);
        if (stroked)
            Stroke(stroke, thickness, dashes, join);
    }

    private void Fill(OxyColor color)
    {
        if (!color.IsVisible())
        {
            writer.Raw(" fill=\"none\""u8);
            return;
        }

        writer.Raw(" fill=\""u8).Raw(theme.Light[ChartInk.Role(color)].ToString()).Raw("\""u8);
        if (color.A < 255)
            _numbers.Attribute("fill-opacity"u8, color.A / 255.0);
    }

    private void Stroke(OxyColor color, double thickness, double[]? dashes, LineJoin join)
    {
        writer.Raw(" stroke=\""u8).Raw(theme.Light[ChartInk.Role(color)].ToString()).Raw("\""u8);
        if (color.A < 255)
            _numbers.Attribute("stroke-opacity"u8, color.A / 255.0);
        if (thickness != 1)
            _numbers.Attribute("stroke-width"u8, thickness);
        if (dashes is { Length: > 0 })
            _numbers.Dashes(dashes, thickness);
        if (join == LineJoin.Round)
            writer.Raw(" stroke-linejoin=\"round\" stroke-linecap=\"round\""u8);
    }
}

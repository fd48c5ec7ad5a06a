namespace Daybook.Pdf;

public sealed partial class PdfCanvas
{
    /// <summary>How far a control point lies along the tangent for a quarter of a circle.</summary>
    private const double Arc = 0.5522847498;

    public void MoveTo(double x, double y)
    {
        Paint();
        content.Numbers(x, y).Raw("m\n"u8);
    }

    public void LineTo(double x, double y) => content.Numbers(x, y).Raw("l\n"u8);

    /// <summary>A cubic Bézier curve with two control points.</summary>
    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) => content.Numbers(x1, y1, x2, y2, x, y).Raw("c\n"u8);

    public void Rectangle(double left, double top, double width, double height)
    {
        Paint();
        content.Numbers(left, top, width, height).Raw("re\n"u8);
    }

    public void RoundedRectangle(double left, double top, double width, double height, double radius)
    {
        var r = Math.Min(radius, Math.Min(width, height) / 2);
        if (r <= 0)
        {
            Rectangle(left, top, width, height);
            return;
        }

        var (right, bottom, k) = (left + width, top + height, r * (1 - Arc));
        MoveTo(left + r, top);
        LineTo(right - r, top);
        CurveTo(right - k, top, right, top + k, right, top + r);
        LineTo(right, bottom - r);
        CurveTo(right, bottom - k, right - k, bottom, right - r, bottom);
        LineTo(left + r, bottom);
        CurveTo(left + k, bottom, left, bottom - k, left, bottom - r);
        LineTo(left, top + r);
        CurveTo(left, top + k, left + k, top, left + r, top);
        Close();
    }

    public void Ellipse(double centerX, double centerY, double radiusX, double radiusY)
    {
        var (kx, ky) = (radiusX * Arc, radiusY * Arc);
        MoveTo(centerX + radiusX, centerY);
        CurveTo(centerX + radiusX, centerY + ky, centerX + kx, centerY + radiusY, centerX, centerY + radiusY);
        CurveTo(centerX - kx, centerY + radiusY, centerX - radiusX, centerY + ky, centerX - radiusX, centerY);
        CurveTo(centerX - radiusX, centerY - ky, centerX - kx, centerY - radiusY, centerX, centerY - radiusY);
        CurveTo(centerX + kx, centerY - radiusY, centerX + radiusX, centerY - ky, centerX + radiusX, centerY);
        Close();
    }

    /// <summary>Closes the last part of the path with a straight line.</summary>
    public void Close() => content.Raw("h\n"u8);

    public void Fill(bool evenOdd = false) => content.Raw(evenOdd ? "f*\n"u8 : "f\n"u8);

    public void Stroke() => content.Raw("S\n"u8);

    public void FillAndStroke(bool evenOdd = false) => content.Raw(evenOdd ? "B*\n"u8 : "B\n"u8);

    /// <summary>Hides what is drawn outside the path, until the state before is restored.</summary>
    public void Clip(bool evenOdd = false) => content.Raw(evenOdd ? "W* n\n"u8 : "W n\n"u8);
}

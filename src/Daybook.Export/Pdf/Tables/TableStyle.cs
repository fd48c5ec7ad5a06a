using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>How dense a table is set.</summary>
/// <param name="Cell">Of its cells.</param>
/// <param name="PadX">Left and right of each cell, in points.</param>
/// <param name="PadY">Above and below each cell, in points.</param>
internal sealed record TableStyle(TextStyle Cell, double PadX, double PadY)
{
    public const double LineHeight = 1.32;

    public TextStyle Head => Cell with { Bold = true, Size = Cell.Size * 0.94 };

    public static TableStyle Plain(PdfStyles styles) => new(styles.Cell, 6, 4);

    /// <summary>For tables that would not fit otherwise.</summary>
    public static TableStyle Dense(PdfStyles styles) => new(styles.Cell with { Size = styles.Cell.Size * 0.82 }, 4, 2.6);
}

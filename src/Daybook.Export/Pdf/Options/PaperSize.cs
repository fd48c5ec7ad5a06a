namespace Daybook.Export;

/// <summary>Paper, standing upright.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
public readonly record struct PaperSize(double Width, double Height)
{
    public static PaperSize Letter { get; } = new(612, 792);

    public static PaperSize Legal { get; } = new(612, 1008);

    public static PaperSize A4 { get; } = new(595.276, 841.89);
}

namespace Daybook.Pdf;

public sealed record TextLayoutOptions
{
    public static TextLayoutOptions Default { get; } = new();

    public TextAlignment Alignment { get; init; } = TextAlignment.Start;

    /// <summary>The height of a line as a multiple of the largest size in it.</summary>
    public double LineHeight { get; init; } = 1.35;

    /// <summary>The direction of the paragraph; null takes it from the first letter that has one.</summary>
    public TextDirection? Direction { get; init; }
}

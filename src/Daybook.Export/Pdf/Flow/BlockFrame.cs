namespace Daybook.Export.Pdf;

/// <summary>A box around items: a callout, a quote, a code block. It is drawn anew on each page that has some of them.</summary>
/// <param name="Parent">The box this one stands in.</param>
internal sealed record BlockFrame(BlockFrame? Parent, double Left, double Width, FrameStyle Style)
{
    /// <summary>Space inside a box above and below what it holds.</summary>
    public const double Padding = 8;
}

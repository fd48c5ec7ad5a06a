using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Where a block stands on the page and in the structure.</summary>
/// <param name="Left">From the left edge of the page, in points.</param>
internal sealed record BlockPlace(double Left, double Width, StructureElement Parent, HeadingLevels Levels)
{
    /// <summary>The box the block stands in; null stands in none.</summary>
    public BlockFrame? Frame { get; init; }

    public ThemeColor Ink { get; init; } = ThemeColor.Ink;

    /// <summary>How deep the block stands in lists.</summary>
    public int ListDepth { get; init; }

    /// <summary>Title of the nearest section, for what has none of its own.</summary>
    public string Title { get; init; } = "";

    public BlockPlace Indented(double by) => this with { Left = Left + by, Width = Math.Max(Width - by, 60) };
}

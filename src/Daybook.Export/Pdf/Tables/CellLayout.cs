using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A cell's text where it stands.</summary>
/// <param name="Left">Of the text, from the left edge of the page.</param>
/// <param name="IsRowHeader">Whether the cell names its row.</param>
internal readonly record struct CellLayout(TextBlock Text, double Left, bool IsRowHeader)
{
    /// <summary>Spoken in place of the text; null speaks the text.</summary>
    public string? ActualText { get; init; }

    /// <summary>How many columns of its table the cell covers; 0 and 1 are one.</summary>
    public int ColumnSpan { get; init; }
}

namespace Daybook.Export.Charts;

/// <summary>What stands for a series in the key.</summary>
internal enum LegendMark
{
    Square,
    Line,
    Point,
}

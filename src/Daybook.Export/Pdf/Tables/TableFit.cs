using System.Collections.Immutable;

namespace Daybook.Export.Pdf;

/// <summary>One way to set a table.</summary>
/// <param name="Shape">The only pages it fits on; null fits on all.</param>
/// <param name="Lines">Of its tallest row, about.</param>
/// <param name="IsCrushed">Whether a long text stands in a column too narrow to be read with ease.</param>
internal sealed record TableFit(ColumnLayout[] Columns, ImmutableArray<double> Widths, TableStyle Style, PageShape? Shape, double Lines, bool IsCrushed);

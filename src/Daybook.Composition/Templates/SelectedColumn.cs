namespace Daybook.Composition;

/// <param name="Name">What the column is called in the result.</param>
/// <param name="From">What it is called in the data.</param>
public sealed record SelectedColumn(string Name, string From);

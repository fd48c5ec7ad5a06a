namespace Daybook.Documents;

/// <param name="Key">Name of the column in the data, unique in the table.</param>
/// <param name="Title">Plain text of the header cell.</param>
public sealed record TableColumn(string Key, string Title, CellType Type, ColumnAlignment Alignment)
{
    /// <summary>Digits after the decimal point for decimals, percents and money; null shows as many as the value has.</summary>
    public int? Decimals { get; init; }

    /// <summary>The tag of the <see cref="DocumentLocale"/> of its numbers and dates; null writes them as without one.</summary>
    public string? Locale { get; init; }

    /// <summary>True for the column that names its row (a row header for readers who do not see the table).</summary>
    public bool IsRowHeader { get; init; }
}

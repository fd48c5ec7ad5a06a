using Daybook.Documents;

namespace Daybook.Composition;

/// <param name="Key">Name of the column in the data.</param>
public sealed record TableColumnConfig(string Key, SourceLocation Location)
{
    /// <summary>Null takes the key in words: <c>total_tests</c> becomes <c>Total tests</c>.</summary>
    public string? Title { get; init; }

    /// <summary>Null takes the type the data has.</summary>
    public TableColumnType? Type { get; init; }

    /// <summary>Null puts figures on the right and all else on the left.</summary>
    public ColumnAlignment? Align { get; init; }

    /// <summary>Digits after the decimal point; null shows as many as the values have.</summary>
    public int? Decimals { get; init; }

    /// <summary>ISO 4217 code, for money only.</summary>
    public string? Currency { get; init; }
}

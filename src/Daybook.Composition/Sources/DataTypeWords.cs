namespace Daybook.Composition;

/// <summary>The words for data types in templates and in stored data.</summary>
internal static class DataTypeWords
{
    public static string Word(this DataType type) => type switch
    {
        DataType.Text => "text",
        DataType.Integer => "integer",
        DataType.Decimal => "decimal",
        DataType.Float => "float",
        DataType.Boolean => "boolean",
        DataType.Date => "date",
        DataType.Instant => "instant",
        DataType.Nested => "nested",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static bool TryParse(string word, out DataType type)
    {
        foreach (var candidate in Enum.GetValues<DataType>())
        {
            if (candidate.Word() == word)
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }
}

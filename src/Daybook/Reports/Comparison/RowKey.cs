using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <summary>Finds the columns that tell rows apart in both reports: an id, else one column of words, else two or three of them.</summary>
internal static class RowKey
{
    /// <summary>More columns than these are not tried as parts of a key.</summary>
    private const int MaxColumns = 8;

    /// <returns>Empty when no columns tell the rows apart.</returns>
    public static ImmutableArray<string> Of(RowSet before, RowSet after)
    {
        var shared = before.Rows.IsEmpty ? after.Columns : after.Rows.IsEmpty ? before.Columns : [.. before.Columns.Intersect(after.Columns)];
        var words = shared.Where(column => HoldsWords(column, before) && HoldsWords(column, after)).Take(MaxColumns).ToImmutableArray();
        var candidates = shared.Where(IsId).Concat(words).Distinct().Select(column => (ImmutableArray<string>)[column])
            .Concat(words.SelectMany((first, i) => words.Skip(i + 1).Select(second => (ImmutableArray<string>)[first, second])))
            .Concat(words.SelectMany((first, i) => words.Skip(i + 1).SelectMany((second, j) => words.Skip(i + j + 2).Select(third => (ImmutableArray<string>)[first, second, third]))));
        return candidates.FirstOrDefault(columns => IsUnique(columns, before) && IsUnique(columns, after), []);
    }

    /// <returns>The same text for rows with the same key; null for a row that lacks a part of it.</returns>
    public static string? TextOf(ImmutableArray<string> key, ImmutableSortedDictionary<string, JsonElement> row)
    {
        var parts = key.Select(column => row.TryGetValue(column, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetRawText() : null).ToList();
        return parts.Contains(null) ? null : string.Join('\n', parts);
    }

    private static bool IsId(string column) => column.ToLowerInvariant() is "id" or "key" or "uuid" || column.EndsWith("_id", StringComparison.OrdinalIgnoreCase);

    /// <summary>Measures may be unique by chance; words and dates name things.</summary>
    private static bool HoldsWords(string column, RowSet rows) =>
        rows.Rows.All(row => row.TryGetValue(column, out var value) && value.ValueKind == JsonValueKind.String);

    private static bool IsUnique(ImmutableArray<string> columns, RowSet rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return rows.Rows.All(row => TextOf(columns, row) is { } text && seen.Add(text));
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <summary>Compares rows, by their key where they have one, else as wholes that may occur several times.</summary>
internal static class RowMatching
{
    /// <summary>More rows of one dataset that differ are counted and not listed.</summary>
    public const int MaxListed = 500;

    /// <returns>Null where nothing differs.</returns>
    public static RowsChange? Compare(string kind, string place, RowSet before, RowSet after)
    {
        var key = RowKey.Of(before, after);
        ImmutableArray<string> addedColumns = before.Rows.IsEmpty ? [] : [.. after.Columns.Except(before.Columns)];
        ImmutableArray<string> removedColumns = after.Rows.IsEmpty ? [] : [.. before.Columns.Except(after.Columns)];
        var changes = key.IsEmpty ? AsWholes(before, after) : ByKey(key, before, after);
        if (changes.Count == 0 && addedColumns.IsEmpty && removedColumns.IsEmpty)
            return null;
        var removed = changes.Count(row => row.Change == Change.Removed);
        var changed = changes.Count(row => row.Change == Change.Changed);
        return new RowsChange(
            kind, place, key, changes.Count(row => row.Change == Change.Added), removed, changed, before.Rows.Length - removed - changed, addedColumns, removedColumns,
            [.. changes.Take(MaxListed)], Math.Max(0, changes.Count - MaxListed));
    }

    private static List<RowChange> ByKey(ImmutableArray<string> key, RowSet before, RowSet after)
    {
        var newer = after.Rows.ToDictionary(row => RowKey.TextOf(key, row)!, StringComparer.Ordinal);
        var changes = new List<RowChange>();
        foreach (var row in before.Rows)
        {
            if (!newer.Remove(RowKey.TextOf(key, row)!, out var other))
                changes.Add(new RowChange(Change.Removed, row, null));
            else if (Differing(row, other) is { Count: > 0 } columns)
                changes.Add(new RowChange(Change.Changed, Part(row, key, columns), Part(other, key, columns)));
        }

        changes.AddRange(after.Rows.Where(row => newer.ContainsKey(RowKey.TextOf(key, row)!)).Select(row => new RowChange(Change.Added, null, row)));
        return changes;
    }

    private static List<RowChange> AsWholes(RowSet before, RowSet after)
    {
        var left = after.Rows.CountBy(Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var changes = new List<RowChange>();
        foreach (var row in before.Rows)
        {
            if (left.TryGetValue(Text(row), out var count) && count > 0)
                left[Text(row)] = count - 1;
            else
                changes.Add(new RowChange(Change.Removed, row, null));
        }

        // Of rows that are equal, the last ones are those that came.
        var added = after.Rows.Reverse().Where(row => left[Text(row)]-- > 0).Reverse();
        changes.AddRange(added.Select(row => new RowChange(Change.Added, null, row)));
        return changes;
    }

    private static HashSet<string> Differing(ImmutableSortedDictionary<string, JsonElement> before, ImmutableSortedDictionary<string, JsonElement> after) =>
        [.. before.Keys.Union(after.Keys).Where(column => !IsSame(before, after, column))];

    /// <summary>A column that one row lacks is the same as one that is null there.</summary>
    private static bool IsSame(ImmutableSortedDictionary<string, JsonElement> before, ImmutableSortedDictionary<string, JsonElement> after, string column)
    {
        var (old, now) = (Value(before, column), Value(after, column));
        return old is null || now is null ? old is null && now is null : FigureValue.IsSame(old.Value, now.Value);
    }

    private static JsonElement? Value(ImmutableSortedDictionary<string, JsonElement> row, string column) =>
        row.TryGetValue(column, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static ImmutableSortedDictionary<string, JsonElement> Part(ImmutableSortedDictionary<string, JsonElement> row, ImmutableArray<string> key, HashSet<string> columns) =>
        row.Where(cell => key.Contains(cell.Key) || columns.Contains(cell.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Text(ImmutableSortedDictionary<string, JsonElement> row) =>
        string.Join('\n', row.Where(cell => cell.Value.ValueKind != JsonValueKind.Null).Select(cell => $"{cell.Key}={cell.Value.GetRawText()}"));
}

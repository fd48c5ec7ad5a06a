using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Sorts rows by columns: stable, numbers by value, text by its characters, null last whichever way the column is sorted.</summary>
internal sealed class RowOrder : IComparer<object?>
{
    private static readonly RowOrder Ascending = new();

    public static List<ImmutableArray<object?>> Sort(List<ImmutableArray<object?>> rows, ImmutableArray<(int Index, bool Descending)> terms)
    {
        IOrderedEnumerable<ImmutableArray<object?>>? sorted = null;
        foreach (var (index, descending) in terms)
        {
            sorted = sorted is null ? rows.OrderBy(row => row[index] is null) : sorted.ThenBy(row => row[index] is null);
            sorted = descending ? sorted.ThenByDescending(row => row[index], Ascending) : sorted.ThenBy(row => row[index], Ascending);
        }

        return [.. sorted!];
    }

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (long a, long b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (long or decimal, long or decimal) => ToDecimal(x).CompareTo(ToDecimal(y)),
        (long or decimal or double, long or decimal or double) => ToDouble(x).CompareTo(ToDouble(y)),
        (JsonElement a, JsonElement b) => CompareJson(a, b),
        _ => string.CompareOrdinal(x.GetType().Name, y.GetType().Name),
    };

    private static decimal ToDecimal(object value) => value is long number ? number : (decimal)value;

    private static double ToDouble(object value) => value switch
    {
        long number => number,
        decimal number => (double)number,
        _ => (double)value,
    };

    /// <summary>Mixed columns: numbers before texts before all else.</summary>
    private static int CompareJson(JsonElement a, JsonElement b) => (a.ValueKind, b.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => a.GetDouble().CompareTo(b.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(a.GetString(), b.GetString()),
        var (left, right) when left != right => Rank(left).CompareTo(Rank(right)),
        _ => string.CompareOrdinal(a.GetRawText(), b.GetRawText()),
    };

    private static int Rank(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => 0,
        JsonValueKind.String => 1,
        _ => 2,
    };
}

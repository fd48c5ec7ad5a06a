using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <summary>The single values and the rows of a snapshot, by their dotted paths.</summary>
internal sealed class DataParts
{
    public OrderedDictionary<string, JsonElement> Values { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, RowSet> Rows { get; } = new(StringComparer.Ordinal);

    /// <param name="snapshot">In its stored form.</param>
    public static DataParts Of(JsonElement? snapshot)
    {
        var parts = new DataParts();
        if (snapshot is not { } kept)
            return parts;
        foreach (var dataset in kept.GetProperty("datasets").EnumerateObject())
        {
            if (dataset.Value.TryGetProperty("columns", out var columns))
            {
                parts.Rows[dataset.Name] = RowSet.Of(
                    [.. columns.EnumerateArray().Select(column => column.GetProperty("name").GetString()!)],
                    dataset.Value.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().AsEnumerable()));
            }
            else if (dataset.Value.TryGetProperty("value", out var value))
                parts.Add(dataset.Name, value);
            else
                parts.Values[dataset.Name + " (failed)"] = dataset.Value.GetProperty("failure").GetProperty("message");
        }

        return parts;
    }

    private void Add(string path, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var child in value.EnumerateObject())
                Add($"{path}.{child.Name}", child.Value);
        }
        else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
            Rows[path] = RowSet.OfObjects(value);
        else
            Values[path] = value;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>
/// Divides a snapshot. What is neither declared shared nor can be told apart by the split column is refused: nothing is passed on because
/// nobody thought of it.
/// </summary>
public static class SnapshotSplit
{
    /// <summary>Whose rows there are.</summary>
    /// <exception cref="SplitException">A dataset cannot be divided.</exception>
    public static SplitKeys Keys(Snapshot snapshot, SplitRule rule)
    {
        var rows = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var without = 0L;
        foreach (var (name, result) in snapshot.Datasets.Where(dataset => IsDivided(dataset.Key, rule)))
        {
            foreach (var value in Values(name, result, rule))
            {
                if (value is null)
                    without++;
                else
                    rows[value] = rows.GetValueOrDefault(value) + 1;
            }
        }

        foreach (var (name, result) in snapshot.Previous.Where(dataset => IsDivided(dataset.Key, rule)))
            _ = Values(name, result, rule).Count();
        return new SplitKeys(rows.ToImmutable(), without);
    }

    /// <summary>What of a snapshot belongs to one value of the split column, with the shared datasets.</summary>
    /// <exception cref="SplitException">A dataset cannot be divided.</exception>
    public static Snapshot Of(Snapshot snapshot, SplitRule rule, string value) =>
        new(Divide(snapshot.Datasets, rule, value), Divide(snapshot.Previous, rule, value));

    /// <summary>A value of a row as the text that recipients are named by; null where it is none.</summary>
    public static string? TextOf(object? value) => value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        JsonElement { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } json => json.GetRawText(),
        _ => null,
    };

    private static bool IsDivided(string dataset, SplitRule rule) => !rule.Shared.Contains(dataset) && !rule.Hidden.Contains(dataset);

    private static ImmutableSortedDictionary<string, DatasetResult> Divide(ImmutableSortedDictionary<string, DatasetResult> datasets, SplitRule rule, string value) =>
        datasets.Where(dataset => !rule.Hidden.Contains(dataset.Key)).ToImmutableSortedDictionary(dataset => dataset.Key, dataset => rule.Shared.Contains(dataset.Key) ? dataset.Value : Divide(dataset.Key, dataset.Value, rule, value), StringComparer.Ordinal);

    /// <summary>Remarks and origins tell of the whole data, and might quote it: of remarks only their kind is passed on, of origins nothing.</summary>
    private static DatasetResult Divide(string name, DatasetResult result, SplitRule rule, string value)
    {
        _ = Values(name, result, rule);
        DatasetContent own = result.Content switch
        {
            DatasetRows rows => rows with { Rows = [.. ColumnOf(rows, rule) is >= 0 and var column ? rows.Rows.Where(row => TextOf(row[column]) == value) : []] },
            DatasetValue { Value: var list } =>
                new DatasetValue(JsonSerializer.SerializeToElement(list.EnumerateArray().Where(item => TextOf(item.GetProperty(rule.Column)) == value), CompositionJson.Default.IEnumerableJsonElement)),
            DatasetFailure failure => failure with { Message = $"The dataset '{name}' could not be collected." },
            _ => throw new ArgumentException($"unknown content {result.Content.GetType().Name}", nameof(result)),
        };
        return new DatasetResult(own)
        {
            Notes = [.. result.Notes.Select(note => note with { Message = "There is a remark about the whole data that this is a part of; who sends the report can read it.", Count = 1 }).Distinct()],
        };
    }

    private static IEnumerable<string?> Values(string name, DatasetResult result, SplitRule rule)
    {
        if (result.OmittedRows > 0)
        {
            throw new SplitException(string.Create(
                CultureInfo.InvariantCulture,
                $"The dataset '{name}' left out {result.OmittedRows:N0} rows by its limit, so that recipients would miss rows of theirs. Remove its limit, or declare it shared."));
        }

        return result.Content switch
        {
            DatasetFailure => [],
            DatasetRows rows when ColumnOf(rows, rule) is >= 0 and var column => rows.Rows.Select(row => TextOf(row[column])),
            // Nothing is in it, so nothing of anybody is.
            DatasetRows { Columns.IsEmpty: true } => [],
            DatasetValue { Value: { ValueKind: JsonValueKind.Array } list } when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(rule.Column, out _)) =>
                list.EnumerateArray().Select(item => TextOf(item.GetProperty(rule.Column))),
            DatasetRows rows => throw new SplitException(
                $"The dataset '{name}' has no column '{rule.Column}', so nobody can tell whose its rows are{NearMatch.Question(rule.Column, rows.Columns.Select(column => column.Name))}. Add the column, or declare the dataset shared."),
            _ => throw new SplitException($"The dataset '{name}' is no list of rows that all have '{rule.Column}', so nobody can tell whose its parts are. Let it give rows, or declare it shared."),
        };
    }

    private static int ColumnOf(DatasetRows rows, SplitRule rule)
    {
        for (var i = 0; i < rows.Columns.Length; i++)
        {
            if (rows.Columns[i].Name == rule.Column)
                return i;
        }

        return -1;
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The results of all datasets of one report: with the same template and parameters it gives the same document, at any time.</summary>
/// <param name="Datasets">By name.</param>
/// <param name="Previous">The same for the period before, for the datasets that ask for it.</param>
public sealed record Snapshot(ImmutableSortedDictionary<string, DatasetResult> Datasets, ImmutableSortedDictionary<string, DatasetResult> Previous)
{
    private static readonly ImmutableSortedDictionary<string, DatasetResult> None = ImmutableSortedDictionary.Create<string, DatasetResult>(StringComparer.Ordinal);

    public static Snapshot Empty { get; } = new(None, None);

    /// <summary>Whether every dataset could be had.</summary>
    public bool IsWhole => !Datasets.Values.Concat(Previous.Values).Any(result => result.Content is DatasetFailure);

    /// <summary>Data that is at hand, each key of an object a dataset; the key <c>previous</c> holds the earlier period's datasets in the same way.</summary>
    /// <exception cref="ArgumentException">The value, or its key <c>previous</c>, is not an object.</exception>
    public static Snapshot Of(JsonElement data)
    {
        var datasets = DatasetsOf(data);
        var previous = data.TryGetProperty("previous", out var earlier) ? DatasetsOf(earlier) : None;
        return new Snapshot(datasets.Remove("previous"), previous);
    }

    /// <summary>This snapshot with the datasets of another, which win where both have one of the same name.</summary>
    public Snapshot With(Snapshot other) => new(Datasets.SetItems(other.Datasets), Previous.SetItems(other.Previous));

    private static ImmutableSortedDictionary<string, DatasetResult> DatasetsOf(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
            throw new ArgumentException("the data must be a JSON object: each key is a dataset", nameof(data));
        return None.SetItems(data.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, new DatasetResult(new DatasetValue(entry.Value.Clone())))));
    }
}

using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <param name="Rows">Rows that were counted or pooled into the values; null for values that came ready.</param>
internal sealed record ChartData(ImmutableArray<string> Labels, ImmutableArray<ChartDataset> Datasets, long? Rows)
{
    public bool HasValues => Datasets.Any(dataset => dataset.Values.Any(value => value is not null));
}

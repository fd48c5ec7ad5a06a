using System.Runtime.InteropServices;

namespace Daybook.RedTeam;

/// <summary>Counts by key.</summary>
internal sealed class Tally<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Counts> _counts = [];

    public IReadOnlyDictionary<TKey, Counts> Entries => _counts;

    public Counts this[TKey key] => _counts.GetValueOrDefault(key);

    public void Add(TKey key, Counts counts) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) += counts;
}

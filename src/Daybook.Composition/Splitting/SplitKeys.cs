using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Whose rows there are in a snapshot.</summary>
/// <param name="Rows">Rows of the present period for each value of the split column, all datasets together.</param>
/// <param name="WithoutValue">Rows that belong to nobody, because the column is empty or is no plain value.</param>
public sealed record SplitKeys(ImmutableSortedDictionary<string, long> Rows, long WithoutValue);

using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>By what the data of one report is divided among its recipients.</summary>
/// <param name="Column">The column that says whose a row is.</param>
/// <param name="Shared">Names of the datasets that every recipient may see whole.</param>
public sealed record SplitRule(string Column, ImmutableArray<string> Shared)
{
    /// <summary>Names of the datasets that no recipient sees, such as the list of the recipients.</summary>
    public ImmutableArray<string> Hidden { get; init; } = [];
}

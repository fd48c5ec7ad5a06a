using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>What one block gives its section.</summary>
internal sealed record BlockContent(ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>Why there is nothing; null when there is something.</summary>
    public string? EmptyReason { get; init; }

    public string EmptyCode { get; init; } = SectionCodes.NoData;

    /// <summary>What failed, so that these blocks stand in its place; null elsewhere.</summary>
    public (string Code, string Reason)? StandsInFor { get; init; }

    /// <summary>The datasets the block used, by name.</summary>
    public ImmutableArray<string> Datasets { get; init; } = [];

    /// <summary>What a model answered, where one wrote the block; null elsewhere.</summary>
    public AnalysisAnswer? Answer { get; init; }

    public static BlockContent Empty(string reason) => new([]) { EmptyReason = reason };
}

using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Text that a language model writes about data.</summary>
public sealed record AnalysisBlock : TemplateBlock
{
    /// <summary>The data the prompt sees; falls back to the data sources when the template has none.</summary>
    public ImmutableArray<DataPath> DataDependencies { get; init; } = [];

    public required AnalysisConfig Config { get; init; }

    internal override ImmutableArray<DataPath> Paths => DataDependencies.IsEmpty ? DataSources : DataDependencies;

    public override T Accept<T>(TemplateBlockVisitor<T> visitor) => visitor.Visit(this);
}

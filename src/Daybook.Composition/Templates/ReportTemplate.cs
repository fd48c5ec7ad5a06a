using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>A template that was read and found without errors.</summary>
/// <param name="SourceName">The file or name it was read from, for messages.</param>
/// <param name="Blocks">In the order they are rendered: by <see cref="TemplateBlock.Order"/>, ties as in the file. Includes disabled blocks.</param>
public sealed record ReportTemplate(
    string SourceName,
    TemplateMetadata Metadata,
    ImmutableArray<ParameterDefinition> Parameters,
    ImmutableArray<DatasetDefinition> Datasets,
    ImmutableArray<TemplateBlock> Blocks,
    ExportConfig ExportConfig);

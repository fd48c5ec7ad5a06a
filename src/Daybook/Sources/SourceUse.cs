using Daybook.Templates;

namespace Daybook.Sources;

/// <summary>A template that names a source.</summary>
internal sealed record SourceUse
{
    public required TemplateId TemplateId { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }
}

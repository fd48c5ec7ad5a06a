using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>Values for a template's parameters under a name.</summary>
internal sealed record ParameterPreset
{
    public required string Name { get; init; }

    public Json Parameters { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>A template as it was.</summary>
internal sealed record TemplateVersion
{
    public required int VersionNumber { get; init; }

    public Json ConfigSnapshot { get; init; }

    public string? ChangeDescription { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? CreatedBy { get; init; }
}

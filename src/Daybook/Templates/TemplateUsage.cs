namespace Daybook.Templates;

/// <summary>What a template was used for.</summary>
internal sealed record TemplateUsage
{
    public required string Action { get; init; }

    public required long Count { get; init; }

    /// <summary>How many different people.</summary>
    public required long Users { get; init; }

    public required DateTimeOffset LastUsedAt { get; init; }
}

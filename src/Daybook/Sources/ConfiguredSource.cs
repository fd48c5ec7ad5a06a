using Daybook.Storage;

namespace Daybook.Sources;

/// <summary>A connection that an administrator set up. Templates name it by kind and name: <c>file/nightly</c>.</summary>
internal sealed record ConfiguredSource
{
    public required SourceId Id { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Description { get; init; }

    /// <summary>What <see cref="FolderSettings"/> or <see cref="Http.HttpSettings"/> reads.</summary>
    public Json Settings { get; init; }

    /// <summary>An array of names; the values are nowhere but in <see cref="Secrets"/>.</summary>
    public Json SecretNames { get; init; }

    /// <summary>Sealed; null without any.</summary>
    public byte[]? Secrets { get; init; }

    /// <summary>Rises with every change.</summary>
    public int Revision { get; init; }

    /// <summary>Null for the server itself.</summary>
    public string? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? LastTestedAt { get; init; }

    public bool? LastTestSucceeded { get; init; }

    public string? LastTestMessage { get; init; }

    /// <summary>As templates write it.</summary>
    public string Word => $"{Kind}/{Name}";
}

using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>A template as the server keeps it.</summary>
internal sealed record StoredTemplate
{
    public required TemplateId Id { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public string? Author { get; init; }

    /// <summary>Null for a built-in template.</summary>
    public UserId? OwnerId { get; init; }

    public string? Description { get; init; }

    /// <summary>The template's own metadata; a part of <see cref="TemplateConfig"/>, apart for queries.</summary>
    public Json Metadata { get; init; }

    /// <summary>The template in its normal form.</summary>
    public Json TemplateConfig { get; init; }

    public bool IsActive { get; init; }

    /// <summary>Whether reports of its kind are made from it where none is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Id of the template that comes with the program; null for all others.</summary>
    public string? BuiltIn { get; init; }

    public Json Permissions { get; init; }

    /// <summary>Rises with every change.</summary>
    public int Revision { get; init; }

    /// <summary>The newest of its versions.</summary>
    public int VersionNumber { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the caller may change it.</summary>
    public bool MayWrite { get; init; }
}

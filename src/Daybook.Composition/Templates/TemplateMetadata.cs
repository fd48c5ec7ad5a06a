using System.Collections.Immutable;

namespace Daybook.Composition;

public sealed record TemplateMetadata(string Id, string Name, string Version)
{
    /// <summary>What stands on the cover; null for the name.</summary>
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Author { get; init; }

    public string? Description { get; init; }

    /// <summary>Null until the template is saved.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Null until the template is saved.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Right (<c>read</c>, <c>write</c>) to the roles that have it.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Permissions { get; init; } = DefaultPermissions;

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> DefaultPermissions { get; } =
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [KeyValuePair.Create("read", ImmutableArray.Create("all_users")), KeyValuePair.Create("write", ImmutableArray.Create("admin"))]);
}

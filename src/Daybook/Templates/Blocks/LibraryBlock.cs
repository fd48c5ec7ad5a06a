using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Templates.Blocks;

/// <summary>A block that is kept for other templates.</summary>
internal sealed record LibraryBlock
{
    /// <summary>A word for a block of the program, a UUID for one of a person.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Category { get; init; }

    /// <summary>Null for a block of the program.</summary>
    public UserId? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    /// <summary>Whether all authors see it, and not only its owner.</summary>
    public bool IsShared { get; init; }

    /// <summary>The block in its normal form.</summary>
    public Json Definition { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public bool IsBuiltIn => OwnerId is null;
}

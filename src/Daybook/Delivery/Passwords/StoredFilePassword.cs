namespace Daybook.Delivery.Passwords;

/// <summary>What is told of a stored password: never the password.</summary>
internal sealed record StoredFilePassword
{
    public required string Name { get; init; }

    public required string OwnerName { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

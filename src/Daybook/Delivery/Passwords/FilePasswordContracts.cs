namespace Daybook.Delivery.Passwords;

/// <param name="Password">It is kept encrypted and never given out.</param>
internal sealed record FilePasswordRequest(string? Password);

internal sealed record FilePasswordContract(string Name, string Owner, DateTimeOffset ChangedAt)
{
    public static FilePasswordContract Of(StoredFilePassword kept) => new(kept.Name, kept.OwnerName, kept.ChangedAt);
}

namespace Daybook.Accounts;

/// <summary>A secret that lets a program act for a user; the secret itself is not kept.</summary>
internal sealed record PersonalToken
{
    /// <summary>What the secrets begin with, so that people and scanners recognise them.</summary>
    public const string Prefix = "dbk_";

    public required PersonalTokenId Id { get; init; }

    public required UserId UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>The first characters of the secret, to tell tokens apart.</summary>
    public required string Hint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

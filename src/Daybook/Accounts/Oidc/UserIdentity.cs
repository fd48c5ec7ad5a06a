namespace Daybook.Accounts.Oidc;

/// <summary>Who a user is at an OpenID provider. Names and addresses change there; issuer and subject never do.</summary>
internal sealed record UserIdentity
{
    public required UserIdentityId Id { get; init; }

    public required UserId UserId { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>Somebody who may sign in.</summary>
internal sealed record User
{
    public required UserId Id { get; init; }

    /// <summary>Lower case.</summary>
    public required string Username { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    /// <summary>Null for somebody who signs in elsewhere.</summary>
    public string? PasswordHash { get; init; }

    public required Role Role { get; init; }

    public required Json Groups { get; init; }

    public required bool IsActive { get; init; }

    public int FailedSignIns { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Null without a second factor.</summary>
    public byte[]? TotpSecret { get; init; }

    /// <summary>The step of the last code that was taken, so that none is taken twice.</summary>
    public long TotpLastStep { get; init; }

    /// <summary>Rises when every access token and session given out before must end.</summary>
    public int SecurityVersion { get; init; }

    public int Revision { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }

    public ImmutableArray<string> GroupNames => [.. JsonSerializer.Deserialize(Groups.Text, AccountsJson.Default.StringArray) ?? []];
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Daybook.Accounts.Oidc;

namespace Daybook.Accounts;

internal sealed record LoginRequest(string? Username, string? Password, string? Code = null);

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record LoginContract(string AccessToken, string TokenType, int ExpiresIn, DateTimeOffset ExpiresAt);

/// <param name="CsrfToken">What requests that change something must bring in the header <c>X-CSRF-Token</c>.</param>
internal sealed record SessionContract(UserContract User, string CsrfToken, DateTimeOffset ExpiresAt);

/// <param name="SignOutUrl">Where the browser goes to end its session at the provider too; null where it did not begin there.</param>
internal sealed record SignedOutContract(string Message, string? SignOutUrl);

/// <param name="Provider">Null where no OpenID provider is configured.</param>
internal sealed record SignInMethodsContract(bool Password, ProviderOfferContract? Provider);

/// <param name="SignInUrl">Where the browser goes; <c>?return_to=/path</c> says where it comes back to.</param>
internal sealed record ProviderOfferContract(string Name, string SignInUrl);

/// <param name="Issuer">The provider's name for itself.</param>
/// <param name="Subject">Its name for the person, which never changes.</param>
internal sealed record IdentityContract(Guid Id, string Issuer, string Subject, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public static IdentityContract Of(UserIdentity identity) => new(identity.Id.Value, identity.Issuer, identity.Subject, identity.CreatedAt, identity.LastUsedAt);
}

internal sealed record NewIdentityRequest(string? Issuer, string? Subject);

internal sealed record UserContract(
    Guid Id,
    string Username,
    string DisplayName,
    string? Email,
    string Role,
    ImmutableArray<string> Groups,
    bool IsActive,
    bool HasPassword,
    bool HasSecondFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignInAt)
{
    /// <summary>What needs a new owner: only after a change to somebody who may not sign in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OwnershipContract? StillOwns { get; init; }

    public static UserContract Of(User user) => new(
        user.Id.Value,
        user.Username,
        user.DisplayName,
        user.Email,
        user.Role.Word,
        user.GroupNames,
        user.IsActive,
        user.PasswordHash is not null,
        user.TotpSecret is not null,
        user.CreatedAt,
        user.LastSignInAt);
}

/// <summary>How much depends on one user: active templates, schedules, reports, and tokens that are good still.</summary>
internal sealed record OwnershipContract(long Templates, long Schedules, long Reports, long Tokens)
{
    public static OwnershipContract Of(Ownership owned) => new(owned.Templates, owned.Schedules, owned.Reports, owned.Tokens);
}

/// <param name="To">Name of the new owner.</param>
internal sealed record HandOverRequest(string? To);

internal sealed record NewUserRequest(string? Username, string? DisplayName = null, string? Email = null, string? Password = null, string? Role = null, ImmutableArray<string>? Groups = null);

internal sealed record PasswordRequest(string? CurrentPassword, string? NewPassword);

/// <param name="Secret">Base32, to be typed into an authenticator app.</param>
/// <param name="Uri">The same as a link or QR code.</param>
internal sealed record SecondFactorContract(string Secret, string Uri);

internal sealed record SecondFactorRequest(string? Secret, string? Code);

internal sealed record CodeRequest(string? Code);

/// <param name="ExpiresInDays">Null takes the longest life that the server allows.</param>
internal sealed record NewTokenRequest(string? Name, int? ExpiresInDays = null);

/// <param name="Token">The secret; it is shown only here.</param>
internal sealed record NewTokenContract(Guid Id, string Name, string Token, DateTimeOffset ExpiresAt);

internal sealed record TokenContract(Guid Id, string Name, string Hint, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public static TokenContract Of(PersonalToken token) =>
        new(token.Id.Value, token.Name, token.Hint, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.RevokedAt);
}

using System.Text.Json.Serialization;
using Daybook.Accounts.Oidc;

namespace Daybook.Accounts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(LoginContract))]
[JsonSerializable(typeof(SessionContract))]
[JsonSerializable(typeof(SignedOutContract))]
[JsonSerializable(typeof(SignInMethodsContract))]
[JsonSerializable(typeof(IdentityContract))]
[JsonSerializable(typeof(IReadOnlyList<IdentityContract>))]
[JsonSerializable(typeof(NewIdentityRequest))]
[JsonSerializable(typeof(ProviderEntry))]
[JsonSerializable(typeof(OwnershipContract))]
[JsonSerializable(typeof(HandOverRequest))]
[JsonSerializable(typeof(HandOverEntry))]
[JsonSerializable(typeof(UserContract))]
[JsonSerializable(typeof(IReadOnlyList<UserContract>))]
[JsonSerializable(typeof(NewUserRequest))]
[JsonSerializable(typeof(UserChange))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(SecondFactorContract))]
[JsonSerializable(typeof(SecondFactorRequest))]
[JsonSerializable(typeof(CodeRequest))]
[JsonSerializable(typeof(NewTokenRequest))]
[JsonSerializable(typeof(NewTokenContract))]
[JsonSerializable(typeof(IReadOnlyList<TokenContract>))]
internal sealed partial class AccountsJson : JsonSerializerContext;

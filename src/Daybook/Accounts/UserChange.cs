using System.Collections.Immutable;

namespace Daybook.Accounts;

/// <summary>What an administrator changes of a user; null leaves a field as it is.</summary>
/// <param name="Email">Empty removes it.</param>
internal sealed record UserChange(string? DisplayName = null, string? Email = null, string? Role = null, ImmutableArray<string>? Groups = null, bool? IsActive = null, string? Password = null);

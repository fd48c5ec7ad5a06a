using Daybook.Storage;

namespace Daybook.Accounts;

/// <param name="Username">Lower case.</param>
/// <param name="PasswordHash">Null for somebody who signs in elsewhere.</param>
internal sealed record NewUser(string Username, string DisplayName, string? Email, string? PasswordHash, Role Role, Json Groups);

namespace Daybook.Accounts;

/// <param name="SecurityVersion">Of the user, when the token was given out.</param>
internal sealed record IssuedToken(UserId User, int SecurityVersion, DateTime ExpiresAt);

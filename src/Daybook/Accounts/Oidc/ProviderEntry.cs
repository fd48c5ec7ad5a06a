namespace Daybook.Accounts.Oidc;

/// <summary>What the audit log keeps of a sign-in at the provider.</summary>
/// <param name="Reason">Null for one that succeeded.</param>
internal sealed record ProviderEntry(string Issuer, string Subject, string? Reason);

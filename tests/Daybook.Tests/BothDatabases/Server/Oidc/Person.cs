namespace Daybook.Tests.BothDatabases.Server.Oidc;

/// <summary>Somebody at the provider, and what is wrong with what it says about them.</summary>
internal sealed record Person(string Subject)
{
    /// <summary>Of the identity token.</summary>
    public Dictionary<string, object> Claims { get; init; } = new() { ["preferred_username"] = Subject, ["name"] = "Ann O'Neill", ["email"] = $"{Subject}@example.com" };

    public Dictionary<string, object> AccessClaims { get; init; } = new() { ["realm_access"] = new Dictionary<string, object> { ["roles"] = new[] { "reporting", "offline_access" } } };

    public string? Issuer { get; init; }

    public string? Audience { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Signed with a key that is not the provider's.</summary>
    public bool IsForged { get; init; }

    /// <summary>It says itself that nothing is signed.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>It says that it is signed, and the signature is not there.</summary>
    public bool IsStripped { get; init; }

    /// <summary>Negative for tokens that are old.</summary>
    public TimeSpan Age { get; init; }
}

using System.ComponentModel.DataAnnotations;

namespace Daybook.Accounts.Oidc;

/// <summary>Signing in at an OpenID provider, such as Keycloak. Off while there is no <see cref="Authority"/>.</summary>
internal sealed class OidcOptions
{
    public const string Section = "Oidc";

    /// <summary>The provider's issuer address, such as <c>https://sso.example.com/realms/security</c>; empty switches it off.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Empty for a client without a secret; the exchange is protected by PKCE either way.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What people read on the button.</summary>
    [StringLength(100)]
    public string Name { get; set; } = "Single sign-on";

    /// <summary>What is asked for, separated by spaces.</summary>
    public string Scopes { get; set; } = "openid profile email";

    /// <summary>The claim whose value is the user's name here.</summary>
    [Required]
    public string UsernameClaim { get; set; } = "preferred_username";

    /// <summary>Where the provider says what somebody may do: claims, or paths into them, separated by spaces.</summary>
    public string RoleClaims { get; set; } = "realm_access.roles groups";

    /// <summary>Values of those claims that make somebody an administrator.</summary>
    public IList<string> Admins { get; } = [];

    public IList<string> Operators { get; } = [];

    public IList<string> Authors { get; } = [];

    public IList<string> Viewers { get; } = [];

    /// <summary>The role of whoever has none of the values; empty refuses them.</summary>
    [RegularExpression("^(viewer|author|operator|admin)?$")]
    public string DefaultRole { get; set; } = "";

    /// <summary>A claim, or a path into one, whose values become the user's groups; empty leaves groups alone.</summary>
    public string GroupClaim { get; set; } = "";

    /// <summary>Whether somebody who is not known here becomes a user; otherwise an administrator links accounts.</summary>
    public bool CreateUsers { get; set; } = true;

    /// <summary>Whether the provider is also asked for the claims that it keeps out of its tokens.</summary>
    public bool UserInfo { get; set; }

    /// <summary>The audience of the provider's access tokens that programs may bring; empty takes none.</summary>
    public string TokenAudience { get; set; } = "";

    public bool MapsRoles() => Admins.Count + Operators.Count + Authors.Count + Viewers.Count > 0;
}

using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

/// <summary>What the settings must be together.</summary>
internal sealed class OidcCheck : IValidateOptions<OidcOptions>
{
    public ValidateOptionsResult Validate(string? name, OidcOptions options)
    {
        if (options.Authority.Length == 0)
            return ValidateOptionsResult.Success;
        var wrong = new List<string>();
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("https" or "http"))
            wrong.Add("Oidc:Authority must be an address such as https://sso.example.com/realms/security");
        else if (authority.Scheme == "http" && !authority.IsLoopback)
            wrong.Add("Oidc:Authority must begin with https: whoever is between could sign in as anybody");
        if (options.ClientId.Length == 0)
            wrong.Add("Oidc:ClientId is needed with Oidc:Authority");
        if (!options.Scopes.Split(' ').Contains("openid"))
            wrong.Add("Oidc:Scopes must hold openid");
        if (!options.MapsRoles() && options.DefaultRole.Length == 0)
            wrong.Add("nobody would get a role: set Oidc:Admins, Oidc:Operators, Oidc:Authors, Oidc:Viewers or Oidc:DefaultRole");
        if (options.TokenAudience.Length > 0 && options.TokenAudience == options.ClientId)
            wrong.Add("Oidc:TokenAudience must differ from Oidc:ClientId, or identity tokens would be taken for access tokens");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}

using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

/// <summary>Turns what the provider says somebody may do into a role and groups of this server.</summary>
internal sealed class ProviderRoles(IOptions<OidcOptions> options)
{
    private const int MostGroups = 50;

    /// <returns>The highest role that a value gives, or the default one; null when there is neither.</returns>
    public Role? RoleOf(ProviderClaims claims)
    {
        var settings = options.Value;
        var values = settings.RoleClaims.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(claims.Values).ToHashSet(StringComparer.Ordinal);
        if (settings.Admins.Any(values.Contains))
            return Role.Admin;
        if (settings.Operators.Any(values.Contains))
            return Role.Operator;
        if (settings.Authors.Any(values.Contains))
            return Role.Author;
        return settings.Viewers.Any(values.Contains) ? Role.Viewer : Role.Find(settings.DefaultRole);
    }

    /// <returns>Null when the provider has no say in groups. Names that cannot be groups here are left out; <c>/Blue Team</c> is <c>blue-team</c>.</returns>
    public IReadOnlyList<string>? GroupsOf(ProviderClaims claims)
    {
        if (options.Value.GroupClaim.Length == 0)
            return null;
        return [.. claims.Values(options.Value.GroupClaim)
            .Select(name => name.Trim().Trim('/').Replace(' ', '-').ToLowerInvariant())
            .Where(UserAccounts.IsGroupName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostGroups)];
    }
}

using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts.Oidc;

/// <summary>The provider's access tokens, brought by programs: they act for a user who is linked already, with the rights that the user has here.</summary>
internal sealed class ProviderTokens(Database database, UserStore users, IdentityStore identities, OidcProvider provider, IOptions<OidcOptions> options)
{
    /// <returns>Null for a token that is not good, where none is taken, or whose user may not sign in.</returns>
    public async Task<User?> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!provider.IsConfigured || options.Value.TokenAudience.Length == 0)
            return null;
        if (await provider.ReadAsync(token, options.Value.TokenAudience, cancellationToken).ConfigureAwait(false) is not { } good)
            return null;
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await identities.FindAsync(session, good.Issuer, good.Subject, cancellationToken).ConfigureAwait(false) is { } identity
            && await users.FindAsync(session, identity.UserId, cancellationToken).ConfigureAwait(false) is { IsActive: true } user
            ? user
            : null;
    }
}

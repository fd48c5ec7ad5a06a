using System.Globalization;
using System.Security.Claims;
using Daybook.Storage;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Daybook.Accounts;

/// <summary>Short-lived tokens for programs (JWT, HS256).</summary>
internal sealed class AccessTokens(ServerKeys keys, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const string Issuer = "daybook";
    private const string SecurityVersion = "sv";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly KnownTokens _known = new();

    public async Task<(string Token, DateTimeOffset ExpiresAt)> IssueAsync(User user, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var expires = now.AddMinutes(options.Value.AccessTokenMinutes);
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Subject = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Sub, user.Id.ToString()),
                new Claim(SecurityVersion, user.SecurityVersion.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer32),
            ]),
            SigningCredentials = new SigningCredentials(await KeyAsync(cancellationToken).ConfigureAwait(false), SecurityAlgorithms.HmacSha256),
        });
        return (token, expires);
    }

    /// <returns>Null for a token that is not ours or has expired.</returns>
    public async Task<IssuedToken?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_known.Find(token) is { } known)
            return known.ExpiresAt > now ? known : null;
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Issuer,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = await KeyAsync(cancellationToken).ConfigureAwait(false),
            LifetimeValidator = (_, expires, _, _) => expires > now,
        }).ConfigureAwait(false);
        if (!result.IsValid
            || !Guid.TryParse(Text(result, JwtRegisteredClaimNames.Sub), out var id)
            || !int.TryParse(Text(result, SecurityVersion), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return null;
        var issued = new IssuedToken(new UserId(id), version, result.SecurityToken.ValidTo);
        _known.Add(token, issued);
        return issued;
    }

    private static string? Text(TokenValidationResult result, string claim) =>
        result.Claims.TryGetValue(claim, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private async Task<SymmetricSecurityKey> KeyAsync(CancellationToken cancellationToken) =>
        new(await keys.GetAsync(ServerKeys.AccessTokens, cancellationToken).ConfigureAwait(false));
}

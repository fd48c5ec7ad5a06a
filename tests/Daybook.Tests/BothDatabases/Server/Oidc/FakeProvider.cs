using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Daybook.Tests.BothDatabases.Server.Oidc;

/// <summary>An OpenID provider on a loopback address: discovery, keys, token endpoint. Its people are described by tests, and so are its lies.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string ClientId = "daybook";
    public const string ClientSecret = "s3cret of the client";

    // Keys take long to make.
    private static readonly RSA Own = RSA.Create(2048);
    private static readonly RSA Strange = RSA.Create(2048);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, Person Person)> _codes = new();

    private FakeProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.First() + "/realms/security";

    /// <summary>Where it wants to be told beforehand what browsers will ask; null where it does not.</summary>
    public string? PushAddress { get; set; }

    /// <summary>How many codes were exchanged.</summary>
    public int Exchanges { get; private set; }

    public static async Task<FakeProvider> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new FakeProvider(app);
        app.MapGet("/realms/security/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = provider.Issuer + "/authorize",
            ["token_endpoint"] = provider.Issuer + "/token",
            ["jwks_uri"] = provider.Issuer + "/keys",
            ["end_session_endpoint"] = provider.Issuer + "/logout",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }.Concat(provider.PushAddress is { } push ? [new("pushed_authorization_request_endpoint", push)] : Array.Empty<KeyValuePair<string, object>>()).ToDictionary()));
        app.MapGet("/realms/security/keys", provider.Keys);
        app.MapPost("/realms/security/token", provider.ExchangeAsync);
        await app.StartAsync(cancellationToken);
        return provider;
    }

    /// <summary>What the person's browser does at the provider.</summary>
    /// <param name="location">Where the server sent it.</param>
    /// <returns>Where the provider sends it back.</returns>
    public string Authorize(Uri location, Person person)
    {
        var query = QueryHelpers.ParseQuery(location.Query);
        Assert.Equal(Issuer + "/authorize", location.GetLeftPart(UriPartial.Path));
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(ClientId, query["client_id"]);
        Assert.Contains("openid", query["scope"].ToString().Split(' '));
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["code_challenge"]!, query["nonce"]!, person);
        return QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] });
    }

    /// <summary>A token of this provider.</summary>
    public string Token(Person person, string audience, string? nonce = null, IDictionary<string, object>? claims = null)
    {
        var signer = person.IsForged ? Strange : Own;
        var now = new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero).UtcDateTime + person.Age;
        var all = new Dictionary<string, object>(claims ?? person.Claims) { [JwtRegisteredClaimNames.Sub] = person.Subject };
        if (nonce is not null)
            all[JwtRegisteredClaimNames.Nonce] = person.Nonce ?? nonce;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = person.Issuer ?? Issuer,
            Audience = person.Audience ?? audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = all,
            SigningCredentials = person.IsUnsigned ? null : new SigningCredentials(new RsaSecurityKey(signer) { KeyId = "key1", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256),
        });
        return person.IsStripped ? token[..(token.LastIndexOf('.') + 1)] : token;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Keys()
    {
        var key = Own.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "key1", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } });
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !_codes.TryRemove(form["code"].ToString(), out var given)
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != given.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        Exchanges++;
        return Results.Json(new
        {
            token_type = "Bearer",
            expires_in = 300,
            id_token = Token(given.Person, ClientId, given.Nonce),
            access_token = Token(given.Person with { Audience = null }, "account", claims: given.Person.AccessClaims),
        });
    }
}

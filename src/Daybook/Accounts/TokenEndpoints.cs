using System.Text.Json;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>The caller's own tokens for programs.</summary>
internal static class TokenEndpoints
{
    private const int HintLength = 10;

    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").For(Role.Viewer).WithTags("Own account");
        tokens.MapGet("", ListAsync).WithSummary("The caller's tokens, newest first");
        tokens.MapPost("", AddAsync).WithSummary("A new token; its secret is shown once").Refuses(ProblemType.InvalidRequest);
        tokens.MapDelete("/{tokenId:guid}", RevokeAsync).WithSummary("Revokes a token").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<IReadOnlyList<TokenContract>>> ListAsync(Caller caller, Database database, CredentialStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var tokens = await store.ListTokensAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<TokenContract>>([.. tokens.Select(TokenContract.Of)]);
    }

    private static async Task<Created<NewTokenContract>> AddAsync(
        NewTokenRequest request, Caller caller, Database database, CredentialStore store, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Text(request.Name, "name", 255);
        var days = check.Between(request.ExpiresInDays ?? options.Value.PersonalTokenDays, 1, options.Value.PersonalTokenDays, "expires_in_days");
        check.ThrowIfRefused();
        var secret = PersonalToken.Prefix + Secret.New();
        var expires = clock.Now().AddDays(days);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var id = await store.AddTokenAsync(session, caller.UserId, name, Secret.Hash(secret), secret[..HintLength], expires, cancellationToken).ConfigureAwait(false);
        var state = new Json(JsonSerializer.Serialize(new NewTokenContract(id.Value, name, secret[..HintLength] + "…", expires), AccountsJson.Default.NewTokenContract));
        await audit.AppendAsync(session, caller, "token.created", id.ToString(), null, state, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Created((string?)null, new NewTokenContract(id.Value, name, secret, expires));
    }

    private static async Task<Ok<MessageContract>> RevokeAsync(Guid tokenId, Caller caller, Database database, CredentialStore store, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.RevokeTokenAsync(session, caller.UserId, new PersonalTokenId(tokenId), clock.Now(), cancellationToken).ConfigureAwait(false))
            throw ProblemException.NotFound("Token");
        await audit.AppendAsync(session, caller, "token.revoked", tokenId.ToString("D"), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Token revoked"));
    }
}

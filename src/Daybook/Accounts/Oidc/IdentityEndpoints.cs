using System.Data.Common;
using System.Text.Json;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Accounts.Oidc;

/// <summary>Who users are at OpenID providers; only an administrator says that two accounts are one person.</summary>
internal static class IdentityEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var identities = api.MapGroup("/users/{userId:guid}/identities").For(Role.Admin).WithTags("Users");
        identities.MapGet("", ListAsync).WithSummary("Who the user is at the sign-in provider").Refuses(ProblemType.NotFound);
        identities.MapPost("", AddAsync).WithSummary("Lets somebody of the provider sign in as this user").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.AlreadyExists);
        identities.MapDelete("/{identityId:guid}", RemoveAsync).WithSummary("Ends that, and the sessions that began with it").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<IReadOnlyList<IdentityContract>>> ListAsync(Guid userId, Database database, UserStore users, IdentityStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var user = await RequireAsync(session, users, userId, cancellationToken).ConfigureAwait(false);
        var identities = await store.ListAsync(session, user.Id, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<IdentityContract>>([.. identities.Select(IdentityContract.Of)]);
    }

    private static async Task<Created<IdentityContract>> AddAsync(
        Guid userId, NewIdentityRequest request, Caller caller, Database database, UserStore users, ProviderUsers providers, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var issuer = check.Line(request.Issuer, "issuer", 1000);
        var subject = check.Line(request.Subject, "subject", 255);
        check.Refuse(issuer.Length > 0 && !Uri.TryCreate(issuer, UriKind.Absolute, out _), "issuer", "must be the provider's address", "wrong_address");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var user = await RequireAsync(session, users, userId, cancellationToken).ConfigureAwait(false);
        try
        {
            var identity = await providers.LinkAsync(session, caller, user, issuer, subject, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return TypedResults.Created((string?)null, IdentityContract.Of(identity));
        }
        catch (DbException exception) when (database.IsUniqueViolation(exception))
        {
            throw new ProblemException(ProblemType.AlreadyExists, "This person of the provider is linked with a user already.", [new FieldError("subject", "is linked already", "already_exists")]);
        }
    }

    private static async Task<Ok<MessageContract>> RemoveAsync(
        Guid userId, Guid identityId, Caller caller, Database database, IdentityStore store, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var removed = await store.RemoveAsync(session, new UserId(userId), new UserIdentityId(identityId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Identity");
        var before = new Json(JsonSerializer.Serialize(IdentityContract.Of(removed), AccountsJson.Default.IdentityContract));
        await audit.AppendAsync(session, caller, "user.identity_removed", removed.UserId.ToString(), before, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Identity removed"));
    }

    private static async Task<User> RequireAsync(Session session, UserStore users, Guid userId, CancellationToken cancellationToken) =>
        await users.FindAsync(session, new UserId(userId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("User");
}

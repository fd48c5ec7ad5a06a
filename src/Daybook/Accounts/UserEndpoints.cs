using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Accounts;

/// <summary>Looking after users.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").For(Role.Admin).WithTags("Users");
        users.MapGet("", ListAsync).WithSummary("All users, by name").Refuses(ProblemType.InvalidRequest);
        users.MapPost("", AddAsync).WithSummary("Adds a user").Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        users.MapGet("/{userId:guid}", GetAsync).WithSummary("One user").Refuses(ProblemType.NotFound);
        users.MapPut("/{userId:guid}", UpdateAsync).WithSummary("Changes the fields that are sent; somebody switched off is out at once, and the answer says what needs a new owner")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        users.MapGet("/{userId:guid}/ownership", OwnershipAsync).WithSummary("How much depends on the user").Refuses(ProblemType.NotFound);
        users.MapPost("/{userId:guid}/hand-over", HandOverAsync).WithSummary("Gives the user's templates, schedules and reports to somebody else, and revokes their tokens")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
    }

    private static async Task<Ok<IReadOnlyList<UserContract>>> ListAsync(HttpContext context, Database database, UserStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var users = await store.ListAsync(session, page.After ?? "", page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(users.Length, () => users[page.Limit - 1].Username);
        return TypedResults.Ok<IReadOnlyList<UserContract>>([.. users.Take(page.Limit).Select(UserContract.Of)]);
    }

    private static async Task<Created<UserContract>> AddAsync(NewUserRequest request, Caller caller, Database database, UserAccounts accounts, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var role = request.Role is null ? Role.Viewer : Role.Find(request.Role);
        var user = await accounts.AddAsync(
            session, caller, request.Username, request.DisplayName, request.Email, request.Password, role, request.Groups ?? [], cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Created((string?)null, UserContract.Of(user));
    }

    private static async Task<Ok<UserContract>> GetAsync(Guid userId, HttpContext context, Database database, UserStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var user = await store.FindAsync(session, new UserId(userId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("User");
        EntityTag.Set(context, user.Revision);
        return TypedResults.Ok(UserContract.Of(user));
    }

    private static async Task<Ok<UserContract>> UpdateAsync(Guid userId, UserChange change, Caller caller, HttpContext context, UserAccounts accounts, Database database, HandOver handOver, CancellationToken cancellationToken)
    {
        var user = await accounts.UpdateAsync(caller, new UserId(userId), change, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, user.Revision);
        if (user.IsActive)
            return TypedResults.Ok(UserContract.Of(user));
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(UserContract.Of(user) with { StillOwns = OwnershipContract.Of(await handOver.OfAsync(session, user.Id, cancellationToken).ConfigureAwait(false)) });
    }

    private static async Task<Ok<OwnershipContract>> OwnershipAsync(Guid userId, Database database, UserStore store, HandOver handOver, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var user = await store.FindAsync(session, new UserId(userId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("User");
        return TypedResults.Ok(OwnershipContract.Of(await handOver.OfAsync(session, user.Id, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<OwnershipContract>> HandOverAsync(Guid userId, HandOverRequest request, Caller caller, Database database, HandOver handOver, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var moved = await handOver.MoveAsync(session, caller, new UserId(userId), request.To, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(OwnershipContract.Of(moved));
    }
}

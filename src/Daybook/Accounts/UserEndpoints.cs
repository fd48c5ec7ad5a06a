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
        users.MapPut("/{userId:guid}", UpdateAsync).WithSummary("Changes the fields that are sent")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
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

    private static async Task<Ok<UserContract>> UpdateAsync(Guid userId, UserChange change, Caller caller, HttpContext context, UserAccounts accounts, CancellationToken cancellationToken)
    {
        var user = await accounts.UpdateAsync(caller, new UserId(userId), change, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, user.Revision);
        return TypedResults.Ok(UserContract.Of(user));
    }
}

using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Passwords;

/// <summary>Passwords that distributions name. They go in and are never given out.</summary>
internal static class FilePasswordEndpoints
{
    private const int Shortest = 8, Longest = 127;

    public static void Map(IEndpointRouteBuilder api)
    {
        var passwords = api.MapGroup("/delivery-passwords").For(Role.Author).WithTags("Delivery");
        passwords.MapGet("", ListAsync).WithSummary("The names of stored passwords of files, by name").Refuses(ProblemType.InvalidRequest);
        passwords.MapPut("/{name}", PutAsync).WithSummary("Keeps a password of files under a name, or replaces one of the caller's").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        passwords.MapDelete("/{name}", RemoveAsync).WithSummary("Forgets a password; what names it is not sent any more").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<IReadOnlyList<FilePasswordContract>>> ListAsync(
        HttpContext context, Database database, FilePasswordStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var after = page.Keys(1) ?? [""];
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, after[0], page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => found[page.Limit - 1].Name);
        return TypedResults.Ok<IReadOnlyList<FilePasswordContract>>([.. found.Take(page.Limit).Select(FilePasswordContract.Of)]);
    }

    private static async Task<Ok<MessageContract>> PutAsync(
        string name, FilePasswordRequest request, Caller caller, Database database, FilePasswordStore store, SealedSecrets secrets, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(!FilePassword.IsName(name), "name", $"must be {FilePassword.NameRule}");
        var password = request.Password ?? "";
        check.Refuse(password.Length is < Shortest or > Longest, "password", $"must have {Shortest} to {Longest} characters", "out_of_range");
        check.Refuse(password.Any(char.IsControl), "password", "holds control characters", "control_characters");
        check.ThrowIfRefused();
        var whole = await secrets.SealAsync(FilePasswords.PurposeOf(name), password, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.PutAsync(session, caller, name, whole, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw ProblemException.NotFound("Password of yours with this name");
        await audit.AppendAsync(session, caller, "delivery_password.stored", name, null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Password stored"));
    }

    private static async Task<Ok<MessageContract>> RemoveAsync(string name, Caller caller, Database database, FilePasswordStore store, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.RemoveAsync(session, caller, name, cancellationToken).ConfigureAwait(false))
            throw ProblemException.NotFound("Password");
        await audit.AppendAsync(session, caller, "delivery_password.removed", name, null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Password removed"));
    }
}

using System.Collections.Immutable;
using Daybook.Hosting;
using Microsoft.AspNetCore.Http;

namespace Daybook.Accounts;

/// <summary>Who asks for something, and from where.</summary>
/// <param name="Id">Null for the server itself.</param>
/// <param name="Principals">The names that permissions may give rights to: <c>all_users</c>, <c>user:NAME</c>, roles and groups.</param>
/// <param name="Address">Null for the server itself.</param>
internal sealed record Caller(UserId? Id, string Username, Role Role, ImmutableArray<string> Principals, string? Address)
{
    public const string AllUsers = "all_users";

    public static Caller Server { get; } = new(null, "daybook", Role.Admin, [], null);

    public UserId UserId => Id ?? throw new InvalidOperationException("the server itself is no user");

    public bool IsAdmin => Role == Role.Admin;

    public static Caller Of(User user, string? address) => new(
        user.Id,
        user.Username,
        user.Role,
        [AllUsers, PrincipalOf(user.Username), .. Role.All.Where(user.Role.Includes).Select(role => role.Word), .. user.GroupNames],
        address);

    public static string PrincipalOf(string username) => "user:" + username;

    /// <summary>Lets handlers take the caller as a parameter.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(
        (context.User.Identity as CallerIdentity)?.Caller ?? throw new ProblemException(ProblemType.SignInRequired, "This address needs a signed-in user."));
}

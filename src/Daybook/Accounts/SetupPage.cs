using System.Net;
using Daybook.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Accounts;

/// <summary>The one page that works before anybody can sign in: it makes the first administrator.</summary>
internal static class SetupPage
{
    public const string Path = "/setup";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var setup = routes.MapGroup(Path).AllowAnonymous().ExcludeFromDescription();
        setup.MapGet("", Show);
        setup.MapPost("", CreateAsync);
    }

    private static IResult Show(string? token) => Html(Form(token ?? "", FirstAdministrator.Username, ""), StatusCodes.Status200OK);

    private static async Task<IResult> CreateAsync(HttpContext context, FirstAdministrator first, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
            throw new ProblemException(ProblemType.WrongMediaType, "Send the form of this page.");
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        var (token, username, password) = (form["token"].ToString(), form["username"].ToString(), form["password"].ToString());
        try
        {
            await first.CreateAsync(token, username, password, context.Connection.RemoteIpAddress?.ToString(), cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException problem)
        {
            var message = string.Join(' ', problem.Errors.Select(error => $"{error.Field} {error.Message}.").DefaultIfEmpty(problem.Message));
            return Html(Form(token, username, message), problem.Type.Status);
        }

        return Html("<p>The administrator is made. Sign in with the name and password you chose.</p>", StatusCodes.Status200OK);
    }

    private static string Form(string token, string username, string problem) =>
        $"""
        {(problem.Length > 0 ? $"<p role=\"alert\"><strong>{WebUtility.HtmlEncode(problem)}</strong></p>" : "")}
        <form method="post" action="{Path}">
        <input type="hidden" name="token" value="{WebUtility.HtmlEncode(token)}">
        <p><label>Name<br><input name="username" autocomplete="username" required maxlength="64" value="{WebUtility.HtmlEncode(username)}"></label></p>
        <p><label>Password<br><input name="password" type="password" autocomplete="new-password" required maxlength="1000"></label></p>
        <p><button>Make the first administrator</button></p>
        </form>
        """;

    private static IResult Html(string body, int status) => PlainPage.Of("first administrator", body, status);
}

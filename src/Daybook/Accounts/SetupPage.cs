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

    private static PlainPage Show(string? token) => Ask(token ?? "", FirstAdministrator.Username, "", StatusCodes.Status200OK);

    private static async Task<PlainPage> CreateAsync(HttpContext context, FirstAdministrator first, CancellationToken cancellationToken)
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
            return Ask(token, username, message, problem.Type.Status);
        }

        return new PlainPage(
            "The administrator is made",
            $"""<p>Programs sign in with the name and password you chose: <code>POST /api/v1/cob/auth/login</code>. <a href="{ApiDescription.PagePath}">All routes</a> are described on this server.</p>""");
    }

    private static PlainPage Ask(string token, string username, string problem, int status) => new(
        "Make the first administrator",
        $"""
        {(problem.Length > 0 ? $"<p role=\"alert\"><strong>{WebUtility.HtmlEncode(problem)}</strong></p>" : "")}
        <form method="post" action="{Path}">
        <input type="hidden" name="token" value="{WebUtility.HtmlEncode(token)}">
        <p><label>Name<br><input name="username" autocomplete="username" required maxlength="64" value="{WebUtility.HtmlEncode(username)}"></label></p>
        <p><label>Password<br><input name="password" type="password" autocomplete="new-password" required maxlength="1000"></label></p>
        <p><button>Make the first administrator</button></p>
        </form>
        """,
        status);
}

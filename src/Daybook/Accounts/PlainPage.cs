using System.Net;
using Microsoft.AspNetCore.Http;

namespace Daybook.Accounts;

/// <summary>A page without styles and scripts, for what must be said before anybody is signed in.</summary>
internal static class PlainPage
{
    /// <param name="body">HTML.</param>
    public static IResult Of(string title, string body, int status) => Results.Content(
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Daybook: {WebUtility.HtmlEncode(title)}</title></head>
        <body><main><h1>Daybook</h1>
        {body}
        </main></body></html>

        """,
        "text/html; charset=utf-8",
        statusCode: status);
}

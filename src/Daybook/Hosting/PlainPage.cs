using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Daybook.Hosting;

/// <summary>A page for people who are not signed in: one column, its own style, no scripts, nothing from elsewhere.</summary>
/// <param name="title">Text.</param>
/// <param name="body">HTML.</param>
internal sealed class PlainPage(string title, string body, int status = StatusCodes.Status200OK) : IResult
{
    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f5f7f9,#0d1218);color:light-dark(#17202a,#e6ebf0)}"
        + "main{max-width:32rem;margin:12vh auto;padding:2rem;border-radius:10px;background:light-dark(#fff,#12181f);border:1px solid light-dark(#dfe4e9,#2a333d)}"
        + "h1{margin:0 0 .75rem;font-size:1.25rem}p{margin:0 0 1.25rem;overflow-wrap:anywhere}p:last-child,form p:last-child{margin-bottom:0}a{color:light-dark(#0b5cad,#7db8f0)}"
        + "label{font-weight:600}input{box-sizing:border-box;width:100%;margin-top:.25rem;padding:.55rem .7rem;font:inherit;font-weight:400;color:inherit;background:light-dark(#fff,#0d1218);border:1px solid light-dark(#8a96a3,#5b6875);border-radius:6px}"
        + "[role=alert]{padding:.7rem .9rem;border-left:4px solid light-dark(#b3261e,#f2897f);background:light-dark(#fdf0ef,#2b1716)}"
        + "button{font:inherit;font-weight:600;padding:.6rem 1.4rem;border:0;border-radius:6px;background:#0b5cad;color:#fff;cursor:pointer}"
        + ":focus-visible{outline:3px solid light-dark(#17202a,#e6ebf0);outline-offset:2px}";

    /// <summary>The page's own style and nothing else inline.</summary>
    private static readonly string Policy = SecurityHeaders.Policy.Replace(
        "style-src 'self'", $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'", StringComparison.Ordinal);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Daybook: {WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head>
            <body><main><h1>{WebUtility.HtmlEncode(title)}</h1>
            {body}
            </main></body></html>

            """,
            "text/html; charset=utf-8",
            statusCode: status).ExecuteAsync(httpContext);
    }
}

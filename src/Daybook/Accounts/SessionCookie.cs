using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Daybook.Accounts;

/// <summary>
/// The cookie of people who use the pages, and the token beside it without which a browser's request changes nothing: another site can make a
/// browser send the cookie, but cannot read the token.
/// </summary>
internal static class SessionCookie
{
    public const string Name = "daybook_session";
    public const string CsrfHeader = "X-CSRF-Token";

    public static void Set(HttpContext context, string token, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(Name, token, Options(context, expiresAt));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    public static string CsrfTokenOf(string sessionToken) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("csrf:" + sessionToken)));

    /// <summary>True for requests that only read, and for those that bring the token.</summary>
    public static bool IsOwn(HttpRequest request, string sessionToken) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CsrfTokenOf(sessionToken)), Encoding.UTF8.GetBytes(request.Headers[CsrfHeader].ToString()));

    private static CookieOptions Options(HttpContext context, DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = expiresAt, IsEssential = true,
    };
}

using Microsoft.AspNetCore.Http;

namespace Daybook.Hosting;

/// <summary>What every answer tells a browser: load nothing from elsewhere, run nothing inline, be framed by nobody.</summary>
internal static class SecurityHeaders
{
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For a made page that is looked at here: its own styles and pictures, no scripts, and nothing of this site.</summary>
    public const string MadePagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    /// <summary>A year of HTTPS alone, once a browser has come that way.</summary>
    private const string TransportPolicy = "max-age=31536000";

    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        // Names that every machine has for itself would bind all its other servers, too.
        if (context.Request.IsHttps && context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            headers.StrictTransportSecurity = TransportPolicy;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
    }
}

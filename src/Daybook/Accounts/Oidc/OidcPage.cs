using System.Net;
using Daybook.Hosting;

namespace Daybook.Accounts.Oidc;

/// <summary>What somebody sees whose way to the provider, or back, did not end with a session.</summary>
internal static class OidcPage
{
    /// <param name="message">Text.</param>
    public static PlainPage Of(string message, int status) => new(
        "Signing in failed",
        $"""
        <p role="alert"><strong>{WebUtility.HtmlEncode(message)}</strong></p>
        <p><a href="{OidcProvider.SignInPath}">Try again</a></p>
        """,
        status);
}

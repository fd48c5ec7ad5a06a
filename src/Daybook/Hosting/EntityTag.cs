using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Daybook.Hosting;

/// <summary>Tells versions of a thing apart, so that nobody overwrites what they have not seen.</summary>
internal static class EntityTag
{
    public static void Set(HttpContext context, int revision) => context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <param name="present">The revision that is kept.</param>
    /// <param name="seen">The revision that the sender has seen; null when they do not say.</param>
    /// <param name="thing">What it is called at the start of a sentence, such as <c>The source</c>.</param>
    /// <exception cref="ProblemException">They differ.</exception>
    public static void Require(int present, int? seen, string thing)
    {
        if (seen is { } revision && revision != present)
            throw new ProblemException(ProblemType.StaleEdit, $"{thing} was changed since you read it; read it again.");
    }

    /// <returns>The revision that the sender has seen; null when they do not say, or take any.</returns>
    /// <exception cref="ProblemException">The header is not one of our tags.</exception>
    public static int? Expected(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0 || header == "*")
            return null;
        return int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw new ProblemException(ProblemType.StaleEdit, "If-Match is not a tag that this server gave out.");
    }
}

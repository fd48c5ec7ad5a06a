namespace Daybook.Composition;

/// <summary>The addresses a link in a document may lead to.</summary>
internal static class LinkTarget
{
    private const int MaxLength = 4096;

    /// <returns>The address, or null when it must not become a link.</returns>
    public static string? Allowed(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > MaxLength || url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return null;
        if (url[0] == '#')
            return url.Length > 1 ? url : null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" && StartsWithItsScheme(url, uri) ? url : null;
    }

    /// <summary>Refuses what a lenient parser repaired on the way.</summary>
    private static bool StartsWithItsScheme(string url, Uri uri) => url.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase);
}

namespace Daybook.Export;

/// <summary>Decides where a link may lead. Composition has already refused other addresses; this is the second lock.</summary>
internal static class LinkTarget
{
    /// <summary>The address as it may be written, or null when the text must stay a text.</summary>
    public static string? Checked(string target, Anchors anchors)
    {
        if (target.StartsWith('#'))
            return anchors.Find(target[1..]) is { } anchor ? "#" + anchor : null;
        if (target.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !Uri.TryCreate(target, UriKind.Absolute, out var address))
            return null;
        return address.Scheme is "http" or "https" or "mailto" ? target : null;
    }
}

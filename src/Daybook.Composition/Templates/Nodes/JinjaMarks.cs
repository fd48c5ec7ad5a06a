namespace Daybook.Composition;

internal static class JinjaMarks
{
    /// <summary>True when rendering the text as Jinja could give anything but the text itself.</summary>
    public static bool In(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains("{#", StringComparison.Ordinal);
}

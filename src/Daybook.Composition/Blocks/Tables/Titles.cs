namespace Daybook.Composition;

internal static class Titles
{
    /// <summary>A key in words: <c>total_tests</c> becomes <c>Total tests</c>.</summary>
    public static string Of(string key)
    {
        var words = key.Replace('_', ' ').Trim();
        return words.Length == 0 ? key : char.ToUpperInvariant(words[0]) + words[1..];
    }
}

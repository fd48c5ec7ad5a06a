using Daybook.Jinja.Parsing;

namespace Daybook.Composition;

/// <summary>Finds the word a person most likely meant.</summary>
internal static class NearMatch
{
    /// <summary>The known word that starts with the word and an underscore, or else the closest; null when no known word is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        return words.Find(candidate => candidate.StartsWith(word + "_", StringComparison.OrdinalIgnoreCase)) ?? EditDistance.Nearest(word, words);
    }

    /// <summary><c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> known) => Of(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>The end of a sentence: <c>; did you mean 'x'?</c>, or a full stop.</summary>
    public static string End(string word, IEnumerable<string> known) => Question(word, known) is { Length: > 0 } question ? question : ".";
}

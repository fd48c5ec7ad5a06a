using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>The words that may stand for the values of an enumeration.</summary>
/// <param name="Noun">What the words name, as a message says it: <c>chart type</c>.</param>
/// <param name="Code">The diagnostic of a word that is not in the set.</param>
internal sealed record ClosedSet<T>(string Noun, string Code, ImmutableArray<(string Word, T Value)> Entries)
    where T : struct, Enum
{
    public IEnumerable<string> Words => Entries.Select(entry => entry.Word);

    public T? Find(string word)
    {
        foreach (var entry in Entries)
        {
            if (entry.Word == word)
                return entry.Value;
        }

        return null;
    }

    public string WordOf(T value) => Entries.First(entry => EqualityComparer<T>.Default.Equals(entry.Value, value)).Word;
}

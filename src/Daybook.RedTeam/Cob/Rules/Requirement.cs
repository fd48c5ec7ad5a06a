using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>A requirement of a framework and the tests that count for it.</summary>
/// <param name="Tags">Tags or categories; a trailing <c>*</c> stands for any ending. Empty: nothing a scanner does tests it.</param>
internal sealed record Requirement(string Id, string Title, ImmutableArray<string> Tags)
{
    public bool Covers(IEnumerable<string> tags) => tags.Any(tag => Tags.Any(pattern => Fits(pattern, tag)));

    private static bool Fits(string pattern, string tag) =>
        pattern.EndsWith('*') ? tag.StartsWith(pattern[..^1], StringComparison.Ordinal) : tag == pattern;
}

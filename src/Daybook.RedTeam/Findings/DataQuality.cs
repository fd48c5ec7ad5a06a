using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The data-quality list of many runs, short enough to read.</summary>
internal static class DataQuality
{
    /// <summary>One note per code, in order of first appearance; the first message stands for all and says how many more there are.</summary>
    public static ImmutableArray<DataNote> Merge(IEnumerable<DataNote> notes) =>
    [
        .. notes.GroupBy(note => note.Code, StringComparer.Ordinal).Select(group => group.Count() == 1
            ? group.First()
            : new DataNote(
                group.Key,
                $"{group.First().Message.TrimEnd('.')} (and {Figure.Count(group.Count() - 1, "more note")} of this kind).",
                group.Sum(note => note.Count),
                group.Any(note => note.IsBlocking))),
    ];
}

using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The data-quality list of many runs, short enough to read.</summary>
internal static class DataQuality
{
    /// <summary>One note per kind, those that make figures incomplete first: its first message, and how many more there are.</summary>
    public static ImmutableArray<DataNote> Merge(IEnumerable<DataNote> notes) =>
    [
        .. notes
            .GroupBy(note => note.Code, StringComparer.Ordinal)
            .Select(OfKind)
            .OrderByDescending(note => note.IsBlocking)
            .ThenBy(note => note.Code, StringComparer.Ordinal),
    ];

    private static DataNote OfKind(IGrouping<string, DataNote> kind)
    {
        var notes = kind.OrderBy(note => note.Message, StringComparer.Ordinal).ToArray();
        var further = notes.Length == 1 ? "" : $" ({Figure.Count(notes.Length - 1, "more note")} of this kind)";
        return new DataNote(kind.Key, notes[0].Message.TrimEnd('.') + further, notes.Sum(note => note.Count), notes.Any(note => note.IsBlocking));
    }
}

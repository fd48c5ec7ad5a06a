using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One kind of entry in the data-quality list.</summary>
/// <param name="Message">The first finding of its kind, with the number of further ones.</param>
/// <param name="Count">Rows, lines or runs it concerns, over all findings of its kind.</param>
/// <param name="Blocking">True when figures are incomplete because of it.</param>
internal sealed record QualityNote(string Code, string Message, long Count, bool Blocking)
{
    /// <summary>One entry per kind; those that make figures incomplete first.</summary>
    public static ImmutableArray<QualityNote> Merge(IEnumerable<DataNote> notes) =>
    [
        .. notes
            .GroupBy(note => note.Code, StringComparer.Ordinal)
            .Select(OfKind)
            .OrderByDescending(note => note.Blocking)
            .ThenBy(note => note.Code, StringComparer.Ordinal),
    ];

    private static QualityNote OfKind(IGrouping<string, DataNote> kind)
    {
        var notes = kind.OrderBy(note => note.Message, StringComparer.Ordinal).ToArray();
        var further = notes.Length == 1 ? "" : $" ({Figure.Count(notes.Length - 1, "more note")} of this kind)";
        return new QualityNote(kind.Key, notes[0].Message.TrimEnd('.') + further, notes.Sum(note => note.Count), notes.Any(note => note.IsBlocking));
    }
}

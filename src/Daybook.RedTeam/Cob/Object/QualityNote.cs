using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One kind of entry in the data-quality list.</summary>
/// <param name="Message">The first finding of its kind, with the number of further ones.</param>
/// <param name="Count">Rows, lines or runs it concerns, over all findings of its kind.</param>
/// <param name="Blocking">True when figures are incomplete because of it.</param>
internal sealed record QualityNote(string Code, string Message, long Count, bool Blocking)
{
    public static ImmutableArray<QualityNote> Merge(IEnumerable<DataNote> notes) =>
        [.. DataQuality.Merge(notes).Select(note => new QualityNote(note.Code, note.Message, note.Count, note.IsBlocking))];
}

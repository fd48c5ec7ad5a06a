using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One entry of the data-quality list.</summary>
/// <param name="Blocking">True when figures are incomplete because of it.</param>
/// <param name="Source">The file it concerns; null when it concerns no single one.</param>
internal sealed record QualityNote(string Code, string Message, long Count, bool Blocking, string? Source)
{
    public static QualityNote Of(DataNote note, string? source = null) => new(note.Code, note.Message, note.Count, note.IsBlocking, source);
}

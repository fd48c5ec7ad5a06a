using Daybook.Pdf;

namespace Daybook.Export.Pdf;

internal static class MissingText
{
    private const int LongestContext = 60;

    public static ExportNote NoteOf(MissingCharacter character) => new(
        ExportNoteCodes.MissingCharacter,
        $"No font has the character {character.CodePoint}; it is drawn as a box, first in “{VisibleText.Cut(VisibleText.Plain(character.Context), LongestContext)}”.");
}

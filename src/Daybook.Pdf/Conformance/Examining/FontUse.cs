using Daybook.Pdf.Reading.Fonts;

namespace Daybook.Pdf.Conformance.Examining;

/// <summary>A font and the codes that text uses of it.</summary>
internal sealed class FontUse(FileFont font, int page)
{
    public FileFont Font => font;

    /// <summary>The first page it is on.</summary>
    public int Page => page;

    public Dictionary<CharacterCode, CodeUse> Codes { get; } = [];

    public bool IsRendered => Codes.Values.Any(use => use.IsRendered);
}

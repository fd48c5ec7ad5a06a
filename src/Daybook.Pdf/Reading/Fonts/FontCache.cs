using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The fonts of a file, each read once.</summary>
internal sealed class FontCache(PdfFile file)
{
    private readonly Dictionary<PdfDictionary, FileFont> fonts = [];

    public IEnumerable<FileFont> All => fonts.Values;

    public FileFont Get(PdfDictionary dictionary)
    {
        if (!fonts.TryGetValue(dictionary, out var font))
            fonts[dictionary] = font = FileFont.Read(file, dictionary);
        return font;
    }
}

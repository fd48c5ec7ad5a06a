namespace Daybook.Pdf;

/// <summary>The fonts of one file.</summary>
internal sealed class FontTable(ObjectWriter objects)
{
    private readonly List<EmbeddedFont> fonts = [];

    public EmbeddedFont Get(FontFace face)
    {
        foreach (var font in fonts)
        {
            if (ReferenceEquals(font.Face, face))
                return font;
        }

        fonts.Add(new(face, fonts.Count + 1, objects.Reserve()));
        return fonts[^1];
    }

    /// <exception cref="FontFileException">The outlines of a font are damaged.</exception>
    public void Write()
    {
        foreach (var font in fonts)
            new FontObjects(objects, font).Write();
    }
}

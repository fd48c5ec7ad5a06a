using System.Runtime.CompilerServices;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The fonts of a theme, read once for each theme in use.</summary>
internal static class ThemeFonts
{
    private static readonly ConditionalWeakTable<Theme, FontCatalog> Read = new();

    /// <exception cref="FontFileException">A font file is damaged or may not be embedded.</exception>
    public static FontCatalog Of(Theme theme) => theme is { SansFiles: null, MonoFiles: null }
        ? FontCatalog.Bundled
        : Read.GetValue(theme, static t => FontCatalog.Bundled.With(Family(t.SansFiles) ?? FontCatalog.Bundled.Sans, Family(t.MonoFiles) ?? FontCatalog.Bundled.Mono));

    private static FontFamily? Family(ThemeFontFiles? files)
    {
        if (files is null)
            return null;
        var regular = FontFace.Load(files.Regular.AsMemory(), files.Name);
        var bold = Face(files, files.Bold, regular);
        var italic = Face(files, files.Italic, regular);
        return new FontFamily(files.Name, regular, bold, italic, Face(files, files.BoldItalic, bold));
    }

    private static FontFace Face(ThemeFontFiles files, System.Collections.Immutable.ImmutableArray<byte>? face, FontFace otherwise) =>
        face is { } bytes ? FontFace.Load(bytes.AsMemory(), files.Name) : otherwise;
}

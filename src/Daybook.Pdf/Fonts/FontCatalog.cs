using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Daybook.Pdf;

/// <summary>
/// The fonts of a product: two families, then fonts for what those lack, then the system's. Immutable and shared by all threads.
/// </summary>
public sealed class FontCatalog
{
    private static readonly Lazy<FontCatalog> BundledCatalog = new(MakeBundled);

    private FontCatalog(FontFamily sans, FontFamily mono, ImmutableArray<FontFace> fallbacks, bool system)
    {
        Sans = sans;
        Mono = mono;
        Fallbacks = fallbacks;
        UsesSystemFonts = system;
    }

    /// <summary>Inter and JetBrains Mono, with Noto Emoji for signs and pictures, then what is installed on the system.</summary>
    public static FontCatalog Bundled => BundledCatalog.Value;

    public FontFamily Sans { get; }

    public FontFamily Mono { get; }

    /// <summary>Asked in order for characters that the style's own face lacks.</summary>
    public ImmutableArray<FontFace> Fallbacks { get; }

    /// <summary>Whether fonts installed on the system are asked last.</summary>
    public bool UsesSystemFonts { get; }

    public FontCatalog With(FontFamily sans, FontFamily mono) => new(sans, mono, Fallbacks, UsesSystemFonts);

    /// <summary>The same output on every machine: characters that no given font has become boxes.</summary>
    public FontCatalog WithoutSystemFonts() => new(Sans, Mono, Fallbacks, false);

    /// <summary>Fonts to be asked before the bundled fallback.</summary>
    public FontCatalog WithFallbacks(params ReadOnlySpan<FontFace> faces) => new(Sans, Mono, [.. faces, .. Fallbacks], UsesSystemFonts);

    /// <summary>
    /// The face that shows a user-perceived character: the style's own where it can, else the first that can. Null where none can.
    /// </summary>
    internal FontFace? Resolve(in TextStyle style, ReadOnlySpan<char> cluster)
    {
        var own = style.Face;
        var picture = WantsPicture(cluster);
        if (!picture && Covers(own, cluster))
            return own;
        foreach (var face in Fallbacks)
        {
            if (Covers(face, cluster))
                return face;
        }

        if (picture && Covers(own, cluster))
            return own;
        return UsesSystemFonts ? SystemFonts.Find(cluster, style.Bold, style.Italic) : null;
    }

    /// <summary>Whether the face has every character of the cluster that is seen.</summary>
    internal static bool Covers(FontFace face, ReadOnlySpan<char> cluster)
    {
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (!IsUnseen(rune) && !face.Has(rune))
                return false;
        }

        return true;
    }

    /// <summary>Characters that show nothing where a font lacks them: joiners, variation selectors, marks of direction.</summary>
    internal static bool IsUnseen(Rune rune) =>
        rune.Value is 0x00AD or 0x034F or 0x061C or 0x3164 or 0xFEFF or 0xFFA0
            or >= 0x115F and <= 0x1160 or >= 0x17B4 and <= 0x17B5 or >= 0x180B and <= 0x180F
            or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F
            or >= 0xFE00 and <= 0xFE0F or >= 0x1BCA0 and <= 0x1BCA3 or >= 0xE0000 and <= 0xE0FFF
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    private static bool WantsPicture(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1)
            return false;
        Rune.DecodeFromUtf16(cluster, out var first, out _);
        return cluster.Contains('\uFE0F') || UnicodeData.IsEmojiPresentation(first.Value) && !cluster.Contains('\uFE0E');
    }

    private static FontCatalog MakeBundled()
    {
        var sans = new FontFamily(
            "Inter",
            FontFace.LoadBundled("Inter-Regular.ttf"), FontFace.LoadBundled("Inter-Bold.ttf"),
            FontFace.LoadBundled("Inter-Italic.ttf"), FontFace.LoadBundled("Inter-BoldItalic.ttf"));
        var (mono, monoBold) = (FontFace.LoadBundled("JetBrainsMono-Regular.ttf"), FontFace.LoadBundled("JetBrainsMono-Bold.ttf"));
        return new(sans, new("JetBrains Mono", mono, monoBold, mono, monoBold), [FontFace.LoadBundled("NotoEmoji-Regular.ttf")], true);
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace Daybook.Pdf;

/// <summary>
/// The fonts installed on the system, looked at when a character is met that no given font has. Their order does not depend on chance:
/// Noto Sans first, then the regular weights, then by path.
/// </summary>
internal static class SystemFonts
{
    private static readonly Lazy<ImmutableArray<InstalledFont>> Installed = new(() => [.. Folders().SelectMany(Files).SelectMany(InstalledFont.Read).Order()]);

    private static readonly ConcurrentDictionary<(int CodePoint, bool Bold, bool Italic), FontFace?> Found = [];

    public static FontFace? Find(ReadOnlySpan<char> cluster, bool bold, bool italic)
    {
        Rune.DecodeFromUtf16(cluster, out var first, out var length);
        if (length == cluster.Length)
            return Found.GetOrAdd((first.Value, bold, italic), static key => Search(new Rune(key.CodePoint).ToString(), key.Bold, key.Italic));
        return Search(cluster.ToString(), bold, italic);
    }

    private static FontFace? Search(string cluster, bool bold, bool italic)
    {
        var able = Installed.Value.Where(font => font.Face is { } face && FontCatalog.Covers(face, cluster));
        var first = able.FirstOrDefault();
        // The style's own weight and slant, where the same family has it.
        var wanted = first is null || !bold && !italic
            ? first
            : able.Where(font => font.Family == first.Family).OrderBy(font => (font.IsBold == bold ? 0 : 2) + (font.IsItalic == italic ? 0 : 1)).First();
        return wanted?.Face;
    }

    private static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows()
            ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)]
            : OperatingSystem.IsMacOS()
                ? ["/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library/Fonts")]
                : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local/share/fonts")];
    }

    private static IEnumerable<string> Files(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC" or ".OTC");
}

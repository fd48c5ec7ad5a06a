using System.Collections.Immutable;
using System.Security.Cryptography;
using Daybook.Pdf;

namespace Daybook.Reports;

/// <summary>The fonts that come with the program, as a manifest names them.</summary>
internal static class BundledFontFiles
{
    /// <summary>File name to SHA-256, in lower-case hexadecimal.</summary>
    public static ImmutableSortedDictionary<string, string> Sha256 { get; } = Read();

    private static ImmutableSortedDictionary<string, string> Read()
    {
        var assembly = typeof(FontCatalog).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".ttf", StringComparison.Ordinal)).ToImmutableSortedDictionary(
            name => name,
            name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return Convert.ToHexStringLower(SHA256.HashData(file));
            },
            StringComparer.Ordinal);
    }
}

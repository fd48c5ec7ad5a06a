using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Export;

namespace Daybook.Themes;

internal static class ThemeLogoReader
{
    private const double Height = 34;

    private const double Tallest = 200;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    public static ThemeLogo? Read(JsonElement root, ThemeReading reading)
    {
        if (reading.Object(root, "logo", ["file", "alt", "height"]) is not { } logo)
            return null;
        var height = reading.Number(logo, "height", 6, Tallest) ?? Height;
        if (reading.Text(logo, "file") is not { } name || reading.Text(logo, "alt") is not { Length: > 0 } alt)
        {
            reading.Error(ThemeCodes.BadLogo, "'logo' needs 'file' and 'alt'", "'alt' says the logo in words, for readers who do not see it.");
            return null;
        }

        if (reading.File(name, ThemeCodes.BadLogo, "logo.file") is not { } content)
            return null;
        if (MediaTypeOf(content) is { } mediaType)
            return new ThemeLogo(mediaType, content, alt, height);
        reading.Error(ThemeCodes.BadLogo, $"'logo.file': '{name}' is neither a PNG nor a JPEG picture");
        return null;
    }

    private static string? MediaTypeOf(ImmutableArray<byte> content) =>
        content.AsSpan().StartsWith(Png) ? "image/png" : content.AsSpan().StartsWith(Jpeg) ? "image/jpeg" : null;
}

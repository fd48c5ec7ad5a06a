using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Themes;

/// <summary>Reads a customer's theme: a JSON object that changes a built-in theme. Reports every problem at once.</summary>
internal static class ThemeReader
{
    private static readonly string[] Keys = ["name", "base", "colors", "dark", "fonts", "sizes", "logo", "classifications"];

    private static readonly string[] SizeKeys = ["text", "table", "small", "code", "section", "heading", "title"];

    private static readonly ImmutableSortedDictionary<string, ThemeColor> Roles =
        Enum.GetValues<ThemeColor>().ToImmutableSortedDictionary(role => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString()), role => role, StringComparer.Ordinal);

    public static IEnumerable<string> ColorNames => Roles.Keys;

    public static ThemeReadResult ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        var reading = new ThemeReading(name, Path.GetDirectoryName(path)!);
        return reading.File(name, ThemeCodes.NotFound, name) is { } bytes ? Read(bytes.AsMemory(), name, Path.GetFileNameWithoutExtension(path), reading) : new ThemeReadResult(null, reading.Found);
    }

    /// <summary>A theme that stands in a template or an order; it names no files.</summary>
    public static ThemeReadResult ReadText(string json) => Read(Encoding.UTF8.GetBytes(json), "theme", "own", new ThemeReading("theme", null));

    private static ThemeReadResult Read(ReadOnlyMemory<byte> bytes, string file, string name, ThemeReading reading)
    {
        try
        {
            using var json = JsonDocument.Parse(
                bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            var theme = Read(json.RootElement, name, reading);
            return new ThemeReadResult(reading.HasErrors ? null : theme, reading.Found);
        }
        catch (JsonException error)
        {
            return new ThemeReadResult(null,
            [
                new Diagnostic(DiagnosticSeverity.Error, ThemeCodes.Invalid, "the file is no JSON object: " + error.Message)
                {
                    File = file, Line = (int?)error.LineNumber + 1, Column = (int?)error.BytePositionInLine + 1,
                },
            ]);
        }
    }

    private static Theme Read(JsonElement root, string usualName, ThemeReading reading)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            reading.Error(ThemeCodes.WrongType, "a theme is a JSON object");
            return BuiltInThemes.Daybook;
        }

        reading.RefuseUnknownKeys(root, "the theme", Keys);
        var start = Base(root, reading);
        var theme = start with
        {
            Name = reading.Text(root, "name") ?? usualName,
            Light = Palette(root, "colors", start.Light, reading),
            Dark = Palette(root, "dark", start.Dark, reading),
            Sizes = Sizes(root, start.Sizes, reading),
            Logo = ThemeLogoReader.Read(root, reading) ?? start.Logo,
            Classifications = Classifications(root, start.Classifications, reading),
        };
        return ThemeFontReader.Read(root, theme, reading);
    }

    private static Theme Base(JsonElement root, ThemeReading reading)
    {
        if (reading.Text(root, "base") is not { } name)
            return BuiltInThemes.Daybook;
        if (BuiltInThemes.Find(name) is { } theme)
            return theme;
        var names = BuiltInThemes.All.Select(known => known.Name).ToList();
        reading.Error(ThemeCodes.UnknownBase, $"there is no built-in theme '{name}'{ThemeReading.Question(name, names)}", $"'base' is one of {string.Join(", ", names)}.");
        return BuiltInThemes.Daybook;
    }

    private static ThemePalette Palette(JsonElement root, string key, ThemePalette start, ThemeReading reading)
    {
        if (reading.Object(root, key, Roles.Keys.ToArray()) is not { } colors)
            return start;
        var changed = new Dictionary<ThemeColor, Rgb>();
        foreach (var property in colors.EnumerateObject())
        {
            if (Roles.TryGetValue(property.Name, out var role) && reading.Color(property.Value, $"{key}.{property.Name}") is { } color)
                changed[role] = color;
        }

        var palette = start.With(changed);
        foreach (var (front, ground, least) in ThemeContrast.Pairs.Where(pair => changed.ContainsKey(pair.Front) || changed.ContainsKey(pair.Ground)))
            Contrast(reading, palette[front], palette[ground], least, $"{key}.{NameOf(front)}", $"{key}.{NameOf(ground)}");
        return palette;
    }

    private static void Contrast(ThemeReading reading, Rgb front, Rgb ground, double least, string frontPlace, string groundPlace)
    {
        var contrast = Rgb.Contrast(front, ground);
        if (contrast < least)
            reading.Warning(ThemeCodes.LowContrast, string.Create(CultureInfo.InvariantCulture, $"'{frontPlace}' on '{groundPlace}' has a contrast of {contrast:0.0} to 1; readers need {least} to 1"));
    }

    private static string NameOf(ThemeColor role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());

    private static ThemeSizes Sizes(JsonElement root, ThemeSizes start, ThemeReading reading)
    {
        if (reading.Object(root, "sizes", SizeKeys) is not { } sizes)
            return start;
        return new ThemeSizes
        {
            Text = Size("text") ?? start.Text,
            Table = Size("table") ?? start.Table,
            Small = Size("small") ?? start.Small,
            Code = Size("code") ?? start.Code,
            Section = Size("section") ?? start.Section,
            Heading = Size("heading") ?? start.Heading,
            Title = Size("title") ?? start.Title,
        };

        double? Size(string key) => reading.Number(sizes, key, ThemeSizes.Smallest, ThemeSizes.Largest);
    }

    private static ImmutableSortedDictionary<string, ClassificationColors> Classifications(
        JsonElement root, ImmutableSortedDictionary<string, ClassificationColors> start, ThemeReading reading)
    {
        if (reading.Object(root, "classifications") is not { } banners)
            return start;
        var all = start.ToBuilder();
        foreach (var banner in banners.EnumerateObject())
        {
            if (reading.Object(banners, banner.Name, ["ground", "text"]) is not { } colors)
                continue;
            var place = $"classifications.{banner.Name}";
            if (!colors.TryGetProperty("ground", out var groundValue) || !colors.TryGetProperty("text", out var textValue))
            {
                reading.Error(ThemeCodes.WrongType, $"'{place}' needs both 'ground' and 'text'");
                continue;
            }

            if (reading.Color(groundValue, place + ".ground") is not { } ground || reading.Color(textValue, place + ".text") is not { } text)
                continue;
            Contrast(reading, text, ground, 4.5, place + ".text", place + ".ground");
            all[banner.Name.Trim()] = new ClassificationColors(ground, text);
        }

        return all.ToImmutable();
    }
}

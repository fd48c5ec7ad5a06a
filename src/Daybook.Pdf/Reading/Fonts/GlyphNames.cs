using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>What glyph names mean: the Adobe Glyph List, and names such as <c>uni20AC</c> and <c>u1F4C8</c>.</summary>
internal static class GlyphNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> List = new(Read);

    public static bool IsListed(string name) => List.Value.ContainsKey(name);

    /// <summary>Null where the name says nothing.</summary>
    public static string? Unicode(string name)
    {
        if (List.Value.TryGetValue(name, out var known))
            return known;
        var stem = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : name;
        if (stem.Contains('_', StringComparison.Ordinal))
        {
            var parts = stem.Split('_').Select(Unicode).ToList();
            return parts.Contains(null) ? null : string.Concat(parts);
        }

        if (stem.Length != name.Length && List.Value.TryGetValue(stem, out known))
            return known;
        if (stem.StartsWith("uni", StringComparison.Ordinal) && stem.Length >= 7 && (stem.Length - 3) % 4 == 0)
            return Hexadecimal(stem[3..], 4);
        return stem.StartsWith('u') && stem.Length is >= 5 and <= 7 ? Hexadecimal(stem[1..], stem.Length - 1) : null;
    }

    private static string? Hexadecimal(string digits, int group)
    {
        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i += group)
        {
            if (!int.TryParse(digits.AsSpan(i, group), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
                return null;
            text.Append(new Rune(value));
        }

        return text.ToString();
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(GlyphNames).Assembly.GetManifestResourceStream("glyphlist.txt")!);
        var names = new Dictionary<string, string>(4400, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(';', StringComparison.Ordinal) is not (> 0 and var semicolon))
                continue;
            names[line[..semicolon]] = string.Concat(line[(semicolon + 1)..].Split(' ').Select(code =>
                char.ConvertFromUtf32(int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))));
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

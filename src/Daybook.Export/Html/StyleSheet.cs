using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Export;

/// <summary>The text of a style element, with the hash that lets it into the page.</summary>
internal sealed class StyleSheet
{
    private const string MarginBox = "font:bold 8pt sans-serif;letter-spacing:.08em;text-transform:uppercase";

    /// <summary>Of themes in use; a customer's theme is read anew for each report and must not stay here.</summary>
    private static readonly ConditionalWeakTable<Theme, StyleSheet> Made = new();

    private StyleSheet(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Text = bytes;
        CspSource = $"'sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}'";
    }

    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The hash source that lets this very text, and no other style, into the page.</summary>
    public string CspSource { get; }

    /// <summary>The colours of the theme as CSS variables, then the rules of <c>page.css</c>.</summary>
    public static StyleSheet For(Theme theme) => Made.GetValue(theme, static t => new StyleSheet(Compose(t)));

    /// <summary>Repeats the classification in the margins of every printed page, and gives its banner the theme's colours.</summary>
    public static StyleSheet ForPrint(string classification, Theme theme)
    {
        var text = CssString(classification);
        var colors = theme.ColorsOf(classification);
        var banner = theme.Classifications.ContainsKey(classification.Trim()) ? $".classification{{background:{colors.Ground};color:{colors.Text}}}" : "";
        return new($"{banner}@page{{@top-center{{content:{text};{MarginBox}}}@bottom-center{{content:{text};{MarginBox}}}}}");
    }

    /// <summary>The class that paints a shape or text of a chart: its CSS says <c>fill</c> or <c>stroke</c>.</summary>
    public static string ColorName(ThemeColor color) => color.ToString().ToLowerInvariant();

    private static string Compose(Theme theme)
    {
        var css = new StringBuilder(16 * 1024);
        css.Append("\n:root{color-scheme:light dark;--sans:").Append(theme.SansFonts).Append(";--mono:").Append(theme.MonoFonts).Append(';');
        Variables(css, theme.Light);
        css.Append("}\n@media screen and (prefers-color-scheme:dark){:root{");
        Variables(css, theme.Dark);
        css.Append("}}\n");
        foreach (var color in Enum.GetValues<ThemeColor>())
        {
            var name = ColorName(color);
            css.Append(".f-").Append(name).Append("{fill:var(--").Append(name).Append(")}.s-").Append(name).Append("{stroke:var(--").Append(name).Append(")}\n");
        }

        foreach (var line in Rules().EnumerateLines())
            css.Append(line.Trim()).Append('\n');
        return css.ToString();
    }

    /// <summary>A CSS string in which everything but letters and digits is written by its code: it can end neither itself nor the style element.</summary>
    private static string CssString(string text) => string.Concat(
        text.EnumerateRunes().Select(r => r.IsAscii && Rune.IsLetterOrDigit(r) ? r.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{r.Value:x6}"))
            .Prepend("\"").Append("\""));

    private static void Variables(StringBuilder css, ThemePalette palette)
    {
        foreach (var color in Enum.GetValues<ThemeColor>())
            css.Append("--").Append(ColorName(color)).Append(':').Append(palette[color].ToString()).Append(';');
    }

    private static string Rules()
    {
        using var reader = new StreamReader(typeof(StyleSheet).Assembly.GetManifestResourceStream("Daybook.Export.Html.page.css")!);
        return reader.ReadToEnd();
    }
}

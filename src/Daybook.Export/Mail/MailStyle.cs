using System.Text;

namespace Daybook.Export.Mail;

/// <summary>The style sheet of a mail: nothing but what clients may drop without harm.</summary>
internal static class MailStyle
{
    /// <summary>Where the page is narrower than it is made for, cards shrink and stay side by side.</summary>
    private const string Pane = "@media (max-width:648px){.card{max-width:50%!important}.card.one{max-width:100%!important}.card.three{max-width:33.3%!important}}";

    private const string Phone = "@media (max-width:520px){.card.three{max-width:50%!important}.card.three .onleft{padding:0 8px 14px 0!important}.card.three .onright{padding:0 0 14px 8px!important}.row{padding-left:16px!important;padding-right:16px!important}.frame{padding:0!important}"
        + ".sheet{border-radius:0!important;border-left:0!important;border-right:0!important}.wide{display:none!important}.narrow{display:block!important;max-height:none!important}.title{font-size:22px!important}}";

    /// <summary>Pictures that stay light at night, with some of their paper around them then.</summary>
    private static readonly string[] OnPaper = ["logo", "figure"];

    public static string Of(Theme theme, IReadOnlySet<string> used)
    {
        var css = new StringBuilder(4096);
        css.Append("\n:root{color-scheme:light dark;supported-color-schemes:light dark}\na{text-decoration:underline}\nimg{border:0;outline:none}\n").Append(Pane).Append('\n').Append(Phone).Append('\n');
        css.Append("@media (prefers-color-scheme:dark){\n");
        Night(css, theme, used, "");
        css.Append("}\n");
        Night(css, theme, used, "[data-ogsc] ");
        return css.ToString();
    }

    private static void Night(StringBuilder css, Theme theme, IReadOnlySet<string> used, string before)
    {
        foreach (var onPaper in OnPaper.Where(used.Contains))
            css.Append(before).Append('.').Append(onPaper).Append("{padding:8px 10px!important}\n");
        foreach (var color in Enum.GetValues<ThemeColor>())
        {
            var (name, value) = (StyleSheet.ColorName(color), theme.Dark[color]);
            foreach (var (prefix, property) in new[] { ("c-", "color"), ("b-", "background-color"), ("r-", "border-color") })
            {
                if (used.Contains(prefix + name))
                    css.Append(before).Append('.').Append(prefix).Append(name).Append('{').Append(property).Append(':').Append(value).Append("!important}\n");
            }
        }
    }
}

using System.Collections.Immutable;
using static Daybook.Export.ThemeColor;

namespace Daybook.Export;

public static class BuiltInThemes
{
    private const string Black = "#17212b";
    private const string White = "#ffffff";
    private const string Night = "#12181f";

    /// <summary>Ground and text colours of the traffic light protocol are those of its standard, FIRST TLP 2.0.</summary>
    private const string TlpGround = "#000000";

    /// <summary>
    /// The house style. Series and severities were chosen so that any two stay apart (distance in OKLab of at least 0.09) for normal,
    /// protanopic, deuteranopic and tritanopic eyes, and so that each stands out from the page.
    /// </summary>
    public static Theme Daybook { get; } = new(
        "daybook",
        new ThemePalette(new Dictionary<ThemeColor, string>
        {
            [Page] = White, [Surface] = "#f5f7f9", [Ink] = Black, [Muted] = "#55636f", [Rule] = "#dfe5ea", [RuleStrong] = "#8d9aa5",
            [Link] = "#1c56a6", [Accent] = "#c2410c",
            [Series1] = "#264a90", [Series2] = "#d87a22", [Series3] = "#26817a", [Series4] = "#780049", [Series5] = "#3a9ada", [Series6] = "#6e5512",
            [OnSeries1] = White, [OnSeries2] = Black, [OnSeries3] = White, [OnSeries4] = White, [OnSeries5] = Black, [OnSeries6] = White,
            [Heat1] = "#edf2fa", [Heat2] = "#d3e0f3", [Heat3] = "#b0c9e9", [Heat4] = "#87add9", [Heat5] = "#4a78b5", [Heat6] = "#2d5796", [Heat7] = "#173468",
            [OnHeat1] = Black, [OnHeat2] = Black, [OnHeat3] = Black, [OnHeat4] = Black, [OnHeat5] = White, [OnHeat6] = White, [OnHeat7] = White,
            [Info] = "#44525f", [Unknown] = "#4b3389", [Minimal] = "#7f8c90", [Low] = "#146ea3", [Medium] = "#c08900", [High] = "#bf4a22", [Critical] = "#7c1430",
            [OnInfo] = White, [OnUnknown] = White, [OnMinimal] = Black, [OnLow] = White, [OnMedium] = Black, [OnHigh] = White, [OnCritical] = White,
            [InfoTint] = "#eef2f5", [UnknownTint] = "#f0edf8", [MinimalTint] = "#eff3f3", [LowTint] = "#e7f2f9", [MediumTint] = "#fcf3d9",
            [HighTint] = "#fdece4", [CriticalTint] = "#fae8ec",
            [InfoText] = "#3a4855", [UnknownText] = "#4b3389", [MinimalText] = "#4a585c", [LowText] = "#0f5480", [MediumText] = "#6b4c00",
            [HighText] = "#933310", [CriticalText] = "#7c1430",
            [Good] = "#0d6b4f", [Bad] = "#a32a15",
        }),
        new ThemePalette(new Dictionary<ThemeColor, string>
        {
            [Page] = Night, [Surface] = "#1a222b", [Ink] = "#e6ebf0", [Muted] = "#a0adb9", [Rule] = "#2d3843", [RuleStrong] = "#66747f",
            [Link] = "#8cbcff", [Accent] = "#f58a55",
            [Series1] = "#5e8be1", [Series2] = "#eb9632", [Series3] = "#43cbbd", [Series4] = "#b16f89", [Series5] = "#bceeff", [Series6] = "#ffdb72",
            [OnSeries1] = Night, [OnSeries2] = Night, [OnSeries3] = Night, [OnSeries4] = Night, [OnSeries5] = Night, [OnSeries6] = Night,
            [Heat1] = "#1b2634", [Heat2] = "#20344e", [Heat3] = "#29476d", [Heat4] = "#355d8e", [Heat5] = "#6d98cf", [Heat6] = "#9abce6", [Heat7] = "#cfe0f7",
            [OnHeat1] = White, [OnHeat2] = White, [OnHeat3] = White, [OnHeat4] = White, [OnHeat5] = Night, [OnHeat6] = Night, [OnHeat7] = Night,
            [Info] = "#a0adb9", [Unknown] = "#9a71bd", [Minimal] = "#809f9f", [Low] = "#63b1f9", [Medium] = "#e7d784", [High] = "#f59b5c", [Critical] = "#f04f57",
            [OnInfo] = Night, [OnUnknown] = Night, [OnMinimal] = Night, [OnLow] = Night, [OnMedium] = Night, [OnHigh] = Night, [OnCritical] = Night,
            [InfoTint] = "#222c36", [UnknownTint] = "#2a2438", [MinimalTint] = "#212b2d", [LowTint] = "#162b3f", [MediumTint] = "#332d17",
            [HighTint] = "#3a2519", [CriticalTint] = "#3d1b22",
            [InfoText] = "#c3ced8", [UnknownText] = "#cbb4e2", [MinimalText] = "#b4c8c8", [LowText] = "#9fd0fb", [MediumText] = "#efe09b",
            [HighText] = "#fbb98b", [CriticalText] = "#ff9aa0",
            [Good] = "#5fd0a5", [Bad] = "#ff9c80",
        }),
        SansFonts: "Inter,\"Segoe UI\",system-ui,-apple-system,Roboto,\"Helvetica Neue\",\"Liberation Sans\",Arial,sans-serif",
        MonoFonts: "ui-monospace,\"SF Mono\",\"Cascadia Mono\",Consolas,Menlo,\"DejaVu Sans Mono\",\"Liberation Mono\",monospace")
    {
        Classifications = Banners(
            ("TLP:CLEAR", TlpGround, White), ("TLP:GREEN", TlpGround, "#33ff00"), ("TLP:AMBER", TlpGround, "#ffc000"),
            ("TLP:AMBER+STRICT", TlpGround, "#ffc000"), ("TLP:RED", TlpGround, "#ff2b2b")),
    };

    /// <summary>The house style with the strongest contrast: black on white, lines that survive a copier, links and texts of at least 7 to 1.</summary>
    public static Theme Contrast { get; } = Daybook with
    {
        Name = "contrast",
        Light = Daybook.Light.With(Colors(
            (Ink, "#000000"), (Muted, "#39434c"), (Surface, "#f2f4f6"), (Rule, "#a9b3bc"), (RuleStrong, "#4f5b66"), (Link, "#0a3d85"), (Accent, "#0a3d85"),
            (InfoText, "#2c3842"), (UnknownText, "#3d2878"), (MinimalText, "#37454a"), (LowText, "#0a426b"), (MediumText, "#533a00"), (HighText, "#7a2608"),
            (CriticalText, "#6b0d26"), (Good, "#0a5a41"), (Bad, "#8a1f0d"))),
        Dark = Daybook.Dark.With(Colors(
            (Page, "#000000"), (Surface, "#14191f"), (Ink, White), (Muted, "#c3ced8"), (Rule, "#4a5763"), (RuleStrong, "#94a2ae"), (Link, "#a9ccff"), (Accent, "#a9ccff"))),
    };

    /// <summary>The one list of themes that commands, pages and tests read.</summary>
    public static ImmutableArray<Theme> All { get; } = [Daybook, Contrast];

    /// <summary>The built-in theme of that name, or null.</summary>
    public static Theme? Find(string name) => All.FirstOrDefault(theme => string.Equals(theme.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ImmutableSortedDictionary<string, ClassificationColors> Banners(params (string Classification, string Ground, string Text)[] banners) =>
        banners.ToImmutableSortedDictionary(b => b.Classification, b => new ClassificationColors(Rgb.Parse(b.Ground), Rgb.Parse(b.Text)), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<KeyValuePair<ThemeColor, Rgb>> Colors(params (ThemeColor Role, string Color)[] colors) =>
        colors.Select(c => KeyValuePair.Create(c.Role, Rgb.Parse(c.Color)));
}

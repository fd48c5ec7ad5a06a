using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The theme as styles of text on paper.</summary>
internal sealed class PdfStyles(Theme theme, FontCatalog fonts)
{
    /// <summary>Space in a badge for its mark, before the word: spaces that no line is broken at.</summary>
    public const string BadgeLead = "\u00A0\u00A0\u00A0\u00A0\u00A0";

    private const string BadgeEnd = "\u00A0\u00A0";

    private readonly PdfColor[] _colors =
        [.. Enum.GetValues<ThemeColor>().Select(role => theme.Light[role]).Select(color => new PdfColor(color.R, color.G, color.B))];

    public Theme Theme => theme;

    public ThemeSizes Sizes => theme.Sizes;

    public TextStyle Body { get; } = new(fonts.Sans, theme.Sizes.Text);

    public TextStyle Cell { get; } = new(fonts.Sans, theme.Sizes.Table);

    public TextStyle Small { get; } = new(fonts.Sans, theme.Sizes.Small);

    public TextStyle Code { get; } = new(fonts.Mono, theme.Sizes.Code);

    public PdfColor this[ThemeColor role] => _colors[(int)role];

    public TextStyle Sans(double size, bool bold = false) => new(fonts.Sans, size) { Bold = bold };

    public TextStyle Mono(double size) => new(fonts.Mono, size);

    /// <param name="level">1 is the report's title, 2 a section of it.</param>
    public TextStyle Heading(int level) => level switch
    {
        <= 2 => Sans(Sizes.Section, bold: true) with { LetterSpacing = -0.012 * Sizes.Section },
        3 => Sans(Sizes.Heading, bold: true),
        4 => Sans((Sizes.Heading + Sizes.Text) / 2, bold: true),
        _ => Sans(Sizes.Text, bold: true),
    };

    public TextSpan Badge(Severity severity, TextStyle around) => new(
        BadgeLead + SeverityWords.Word(severity) + BadgeEnd, around with { Size = around.Size * 0.9, Bold = true, Italic = false }, this[ThemeColors.Text(severity)]) { Tag = new BadgeTag(severity) };

    public TextSpan HiddenCharacter(int code, TextSpan like) => like with
    {
        Text = VisibleText.CodeOf(code), Style = Mono(like.Style.Size * 0.75), Color = this[ThemeColor.Muted], Background = this[ThemeColor.Surface],
    };
}

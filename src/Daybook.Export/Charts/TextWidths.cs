using System.Globalization;
using System.Text;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>
/// How wide text becomes where its font is not known: for each character the widest advance of Inter, Roboto, Liberation Sans (as wide as
/// Arial and Helvetica) and DejaVu Sans with tabular figures, so that what fits here fits in whatever face a browser chooses.
/// </summary>
internal static class TextWidths
{
    /// <summary>Thousandths of the text size, from U+0020 to U+007E.</summary>
    private static readonly short[] Regular =
    [
        318, 401, 460, 838, 638, 950, 780, 275, 390, 390, 500, 838, 318, 460, 318, 413, 648, 648, 648, 648, 648, 648, 648, 648, 648, 648,
        337, 337, 838, 838, 838, 556, 1015, 684, 686, 727, 770, 667, 611, 778, 752, 295, 552, 667, 562, 889, 753, 787, 667, 787, 722, 667,
        642, 741, 684, 989, 685, 667, 685, 390, 411, 390, 838, 556, 500, 613, 635, 558, 635, 615, 361, 635, 634, 278, 278, 579, 278, 974,
        634, 612, 635, 635, 411, 523, 392, 634, 592, 818, 592, 592, 541, 636, 337, 636, 838,
    ];

    private static readonly short[] Bold =
    [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 543, 838, 380, 466, 380, 379, 696, 696, 696, 696, 696, 696, 696, 696, 696, 696,
        400, 400, 838, 838, 838, 611, 1015, 774, 762, 744, 830, 683, 683, 821, 837, 372, 561, 775, 637, 995, 837, 850, 733, 850, 770, 720,
        682, 812, 774, 1103, 771, 724, 725, 457, 422, 457, 838, 556, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343,
        1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
    ];

    public static OxySize Measure(string? text, double size, double weight)
    {
        if (string.IsNullOrEmpty(text))
            return OxySize.Empty;
        var (lines, widest, width) = (1, 0.0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                (lines, widest, width) = (lines + 1, Math.Max(widest, width), 0);
                continue;
            }

            width += Advance(rune, weight >= 500);
        }

        return new OxySize(Math.Max(widest, width) * size / 1000, lines * size * ChartText.LineHeight);
    }

    private static double Advance(Rune rune, bool bold)
    {
        if (rune.Value is >= ' ' and <= '~')
            return (bold ? Bold : Regular)[rune.Value - ' '];
        // Upper bounds by kind of character; wide scripts and emoji take a full square and more.
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
            _ when rune.Value >= 0x1F000 => 1300,
            _ when rune.Value is >= 0x2E80 and <= 0xD7FF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFFEF or >= 0x20000 => 1050,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => bold ? 980 : 870,
            UnicodeCategory.LowercaseLetter => bold ? 800 : 720,
            UnicodeCategory.DecimalDigitNumber => bold ? 696 : 636,
            UnicodeCategory.SpaceSeparator => 500,
            UnicodeCategory.OtherSymbol => 1300,
            _ => 1000,
        };
    }
}

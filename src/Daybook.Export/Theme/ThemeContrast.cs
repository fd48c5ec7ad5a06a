using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>Which colours of a palette stand on which, and how far they must stand out (WCAG 2 AA).</summary>
public static class ThemeContrast
{
    /// <summary>Of text on its ground.</summary>
    public const double Text = 4.5;

    private const double Mark = 3;

    /// <summary>Pale marks inside their own tint, always beside a word.</summary>
    private const double PaleMark = 2.5;

    public static ImmutableArray<(ThemeColor Front, ThemeColor Ground, double Least)> Pairs { get; } = [.. All()];

    private static IEnumerable<(ThemeColor Front, ThemeColor Ground, double Least)> All()
    {
        foreach (var ground in new[] { ThemeColor.Page, ThemeColor.Surface })
        {
            foreach (var text in new[] { ThemeColor.Ink, ThemeColor.Muted, ThemeColor.Link })
                yield return (text, ground, Text);
        }

        yield return (ThemeColor.Good, ThemeColor.Page, Text);
        yield return (ThemeColor.Good, ThemeColor.Surface, Text);
        yield return (ThemeColor.Bad, ThemeColor.Page, Text);
        foreach (var severity in Enum.GetValues<Documents.Severity>())
        {
            yield return (ThemeColors.Text(severity), ThemeColor.Page, Text);
            foreach (var text in new[] { ThemeColors.Text(severity), ThemeColor.Ink, ThemeColor.Link })
                yield return (text, ThemeColors.Tint(severity), Text);
            yield return (ThemeColors.Solid(severity), ThemeColor.Page, Mark);
            yield return (ThemeColors.Solid(severity), ThemeColors.Tint(severity), severity is Documents.Severity.Minimal or Documents.Severity.Medium ? PaleMark : Mark);
            yield return (ThemeColors.On(ThemeColors.Solid(severity)), ThemeColors.Solid(severity), Text);
        }

        for (var i = 0; i < ThemeColors.SeriesCount; i++)
        {
            yield return (ThemeColors.Series(i), ThemeColor.Page, Mark);
            yield return (ThemeColors.On(ThemeColors.Series(i)), ThemeColors.Series(i), Text);
        }

        for (var i = 0; i < ThemeColors.HeatCount; i++)
            yield return (ThemeColors.On(ThemeColors.Heat(i)), ThemeColors.Heat(i), Text);
        yield return (ThemeColor.Accent, ThemeColor.Page, Mark);
    }
}

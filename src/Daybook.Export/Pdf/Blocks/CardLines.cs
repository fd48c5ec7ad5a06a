using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The texts on a metric card, measured for its width; on pages and in pictures.</summary>
internal sealed class CardLines(PdfStyles styles, TextShaper shaper)
{
    public TextBlock Label(MetricCard card, double width) =>
        Lay(card.Label, styles.Small with { Size = styles.Sizes.Small * 1.03 }, ThemeColor.Muted, width, new TextLayoutOptions { LineHeight = 1.3 });

    /// <summary>Value, rating, change and note, as far as the card has them.</summary>
    public IEnumerable<TextBlock> Of(MetricCard card, double width)
    {
        yield return Value(card, width);
        if (card.Severity is { } severity)
            yield return shaper.Lay([styles.Badge(severity, styles.Small)], width, new TextLayoutOptions { LineHeight = 1.7 });
        if (card.Change is { Length: > 0 })
            yield return Change(card, width);
        if (card.Note is { Length: > 0 } note)
            yield return Lay(note, styles.Small, ThemeColor.Muted, width, TextLayoutOptions.Default);
    }

    public static ThemeColor Bar(MetricCard card) => card.Severity is { } grade ? ThemeColors.Solid(grade) : ThemeColor.RuleStrong;

    private TextBlock Value(MetricCard card, double width)
    {
        var options = new TextLayoutOptions { LineHeight = 1.22 };
        var size = styles.Sizes.Text * 2.1;
        if (card.Value is SeverityCell rating)
            return shaper.Lay([styles.Badge(rating.Value, styles.Body with { Size = styles.Sizes.Text * 1.45 })], width, options with { LineHeight = 1.7 });
        if (card.Value is EmptyCell)
            return Lay(CardText.NotMeasured, styles.Sans(styles.Sizes.Text * 1.3), ThemeColor.Muted, width, options with { LineHeight = 1.97 });
        var text = CellText.Of(card);
        var unit = card.Unit is { Length: > 0 } given ? "\u00A0" + given : "";
        while (size > styles.Sizes.Text * 1.1 && Measure(text, unit, size) > width)
            size *= 0.93;
        var spans = new List<TextSpan>();
        VisibleText.Add(spans, text, new TextSpan("", Number(size), styles[ThemeColor.Ink]), styles);
        if (unit.Length > 0)
            VisibleText.Add(spans, unit, new TextSpan("", styles.Sans(size * 0.55), styles[ThemeColor.Muted]), styles);
        return shaper.Lay(spans, width, options);
    }

    private double Measure(string text, string unit, double size) => shaper.Measure(text, Number(size)) + shaper.Measure(unit, styles.Sans(size * 0.55));

    private TextStyle Number(double size) => styles.Sans(size, bold: true) with { TabularFigures = true, LetterSpacing = -0.012 * size };

    private TextBlock Change(MetricCard card, double width)
    {
        var color = card.IsGood switch { true => ThemeColor.Good, false => ThemeColor.Bad, null => ThemeColor.Ink };
        var spans = new List<TextSpan>();
        if (CardText.Arrow(card) is { Length: > 0 } arrow)
            spans.Add(new TextSpan(arrow + " ", styles.Sans(styles.Sizes.Small * 0.8), styles[color]));
        VisibleText.Add(spans, card.Change!, new TextSpan("", styles.Small with { Bold = true, TabularFigures = true }, styles[color]), styles);
        if (card.IsGood is { } good)
            spans.Add(new TextSpan(good ? " better" : " worse", styles.Small, styles[color]));
        return shaper.Lay(spans, width, new TextLayoutOptions { LineHeight = 1.4 });
    }

    private TextBlock Lay(string text, TextStyle style, ThemeColor color, double width, TextLayoutOptions options)
    {
        var spans = new List<TextSpan>();
        VisibleText.Add(spans, text, new TextSpan("", style, styles[color]), styles);
        return shaper.Lay(spans, width, options);
    }
}

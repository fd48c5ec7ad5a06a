using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Headline figures in a grid of equal columns.</summary>
internal sealed class PdfCards(PdfSetting setting)
{
    private const double Gap = 18;

    private const double Narrowest = 96;

    private const int MostColumns = 4;

    private PdfStyles Styles => setting.Styles;

    public void Add(MetricCards cards, BlockPlace place)
    {
        if (cards.Cards.IsEmpty)
            return;
        var element = place.Parent.Add(StructureType.L);
        element.ListNumbering = ListNumbering.None;
        var columns = Columns(cards.Cards.Length, place.Width);
        var width = (place.Width - (columns - 1) * Gap) / columns;
        for (var first = 0; first < cards.Cards.Length; first += columns)
        {
            var isLast = first + columns >= cards.Cards.Length;
            var row = new List<CardLayout>();
            for (var i = first; i < Math.Min(first + columns, cards.Cards.Length); i++)
                row.Add(Card(cards.Cards[i], element.Add(StructureType.LI), place.Left + (i - first) * (width + Gap), width));
            setting.Filler.Add(new CardRowItem([.. row], width) { Frame = place.Frame, SpaceBefore = first == 0 ? 6 : 14, SpaceAfter = isLast ? 16 : 14 });
        }
    }

    /// <summary>As many as fit, and no lone card in the last row where another number of columns avoids it.</summary>
    private static int Columns(int cards, double width)
    {
        var most = Math.Clamp((int)((width + Gap) / (Narrowest + Gap)), 1, MostColumns);
        if (cards <= most)
            return Math.Max(cards, Math.Min(most, 3));
        return most > 2 && cards % most is 1 or 2 && cards % (most - 1) is 0 or > 1 ? most - 1 : most;
    }

    private CardLayout Card(MetricCard card, StructureElement item, double left, double width)
    {
        var label = item.Add(StructureType.Lbl);
        var body = item.Add(StructureType.LBody);
        var lines = new List<(TextBlock Text, StructureElement Element)>
        {
            (Value(card, width), body.Add(StructureType.P)),
        };
        if (card.Severity is { } severity)
            lines.Add((setting.Shaper.Lay([Styles.Badge(severity, Styles.Small)], width, TextLayoutOptions.Default with { LineHeight = 1.7 }), body.Add(StructureType.P)));
        if (card.Change is { Length: > 0 })
            lines.Add((Change(card, width), body.Add(StructureType.P)));
        if (card.Note is { Length: > 0 } note)
            lines.Add((setting.Lay(note, Styles.Small, ThemeColor.Muted, width), body.Add(StructureType.P)));
        var name = setting.Lay(card.Label, Styles.Small with { Size = Styles.Sizes.Small * 1.03 }, ThemeColor.Muted, width, TextLayoutOptions.Default with { LineHeight = 1.3 });
        return new CardLayout(left, card.Severity is { } grade ? ThemeColors.Solid(grade) : ThemeColor.RuleStrong, name, label, [.. lines]);
    }

    private TextBlock Value(MetricCard card, double width)
    {
        var options = TextLayoutOptions.Default with { LineHeight = 1.22 };
        var size = Styles.Sizes.Text * 2.1;
        if (card.Value is SeverityCell rating)
            return setting.Shaper.Lay([Styles.Badge(rating.Value, Styles.Body with { Size = Styles.Sizes.Text * 1.45 })], width, options with { LineHeight = 1.7 });
        if (card.Value is EmptyCell)
            return setting.Lay(CardText.NotMeasured, Styles.Sans(Styles.Sizes.Text * 1.3), ThemeColor.Muted, width, options with { LineHeight = 1.97 });
        var text = CellText.Of(card.Value);
        var unit = card.Unit is { Length: > 0 } given ? "\u00A0" + given : "";
        while (size > Styles.Sizes.Text * 1.1 && Measure(text, unit, size) > width)
            size *= 0.93;
        var spans = new List<TextSpan>();
        VisibleText.Add(spans, text, new TextSpan("", Number(size), Styles[ThemeColor.Ink]), Styles);
        if (unit.Length > 0)
            VisibleText.Add(spans, unit, new TextSpan("", Styles.Sans(size * 0.55), Styles[ThemeColor.Muted]), Styles);
        return setting.Shaper.Lay(spans, width, options);
    }

    private double Measure(string text, string unit, double size) => setting.Shaper.Measure(text, Number(size)) + setting.Shaper.Measure(unit, Styles.Sans(size * 0.55));

    private TextStyle Number(double size) => Styles.Sans(size, bold: true) with { TabularFigures = true, LetterSpacing = -0.012 * size };

    private TextBlock Change(MetricCard card, double width)
    {
        var color = card.IsGood switch { true => ThemeColor.Good, false => ThemeColor.Bad, null => ThemeColor.Ink };
        var arrow = card.Direction switch
        {
            ChangeDirection.Up => "▲ ",
            ChangeDirection.Down => "▼ ",
            ChangeDirection.Flat => "▬ ",
            null => "",
            _ => throw new ArgumentOutOfRangeException(nameof(card), card.Direction, null),
        };
        var spans = new List<TextSpan>();
        if (arrow.Length > 0)
            spans.Add(new TextSpan(arrow, Styles.Sans(Styles.Sizes.Small * 0.8), Styles[color]));
        VisibleText.Add(spans, card.Change!, new TextSpan("", Styles.Small with { Bold = true, TabularFigures = true }, Styles[color]), Styles);
        if (card.IsGood is { } good)
            spans.Add(new TextSpan(good ? " better" : " worse", Styles.Small, Styles[color]));
        return setting.Shaper.Lay(spans, width, TextLayoutOptions.Default with { LineHeight = 1.4 });
    }
}

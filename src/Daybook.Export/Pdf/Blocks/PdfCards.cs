using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Headline figures in a grid of equal columns.</summary>
internal sealed class PdfCards(PdfSetting setting)
{
    private const double Gap = 18;

    private const double Narrowest = 96;

    private const int MostColumns = 4;

    private readonly CardLines _lines = new(setting.Styles, setting.Shaper);

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
        return new CardLayout(left, CardLines.Bar(card), _lines.Label(card, width), label, [.. _lines.Of(card, width).Select(line => (line, body.Add(StructureType.P)))]);
    }
}

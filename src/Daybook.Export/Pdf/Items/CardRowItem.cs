using System.Collections.Immutable;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Metric cards side by side; their values stand on one line.</summary>
internal sealed class CardRowItem(ImmutableArray<CardLayout> cards, double width) : FlowItem
{
    private const double BarHeight = 2.2;

    private const double PadTop = 7;

    private readonly double _labels = cards.Max(card => card.Label.Height);

    public override double Height { get; } = BarHeight + PadTop + cards.Max(card => card.Label.Height) + 2 + cards.Max(card => card.Lines.Sum(line => line.Text.Height));

    public override void Draw(PageDrawing page, double top)
    {
        foreach (var card in cards)
        {
            using (page.Canvas.MarkArtifact(ArtifactKind.Layout))
                page.Fill(card.Left, top, width, BarHeight, card.Bar);
            var y = top + BarHeight + PadTop;
            TextDrawing.Draw(page, card.Label, card.LabelElement, card.Left, y, 0, card.Label.Lines.Length);
            y += _labels + 2;
            foreach (var (text, element) in card.Lines)
            {
                TextDrawing.Draw(page, text, element, card.Left, y, 0, text.Lines.Length);
                y += text.Height;
            }
        }
    }
}

using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Delivery.Messages;

/// <summary>The first metric cards of a report, for places that have no room for more.</summary>
internal static class HeadlineFigures
{
    private const int Most = 8;

    public static ImmutableArray<HeadlineFigure> Of(ReportDocument document) =>
        [.. document.Sections.SelectMany(Cards).Take(Most).Select(card => new HeadlineFigure(card.Label, CardText.Value(card), card.Severity is { } severity ? SeverityWords.Word(severity) : null))];

    private static IEnumerable<MetricCard> Cards(Section section) => section.Blocks.SelectMany(block => block switch
    {
        MetricCards cards => cards.Cards,
        Section inner => Cards(inner),
        _ => [],
    });
}

using Daybook.Documents;

namespace Daybook.Export;

internal sealed class HtmlCards(HtmlWriter writer, HtmlInlines inlines)
{
    /// <summary>Values with more characters are set smaller, so that they stay on one line.</summary>
    private const int LongValue = 9;

    private const int VeryLongValue = 13;

    public void Write(MetricCards cards)
    {
        writer.Raw("<dl class=\"cards\">\n"u8);
        foreach (var card in cards.Cards)
            Card(card);
        writer.Raw("</dl>\n"u8);
    }

    private void Card(MetricCard card)
    {
        writer.Raw("<div class=\"card"u8);
        if (card.Severity is { } severity)
            writer.Raw(" sev-"u8).Raw(HtmlSeverity.Class(severity));
        writer.Raw("\"><dt>"u8).Text(card.Label).Raw("</dt><dd class=\"value"u8).Raw(Size(card)).Raw("\">"u8);
        Value(card);
        writer.Raw("</dd>"u8);
        if (card.Change is { Length: > 0 })
            Change(card);
        if (card.Note is { Length: > 0 } note)
            writer.Raw("<dd class=\"note\">"u8).Text(note).Raw("</dd>"u8);
        writer.Raw("</div>\n"u8);
    }

    private static ReadOnlySpan<byte> Size(MetricCard card) =>
        card.Value is SeverityCell ? " word"u8 : CellText.Of(card).Length switch { > VeryLongValue => " longer"u8, > LongValue => " long"u8, _ => ""u8 };

    private void Value(MetricCard card)
    {
        if (card.Value is EmptyCell)
        {
            writer.Raw("<span class=\"unmeasured\">"u8).Raw(CardText.NotMeasured).Raw("</span>"u8);
            return;
        }

        card.Value.Accept(new HtmlCells(writer, inlines, column: null) { Locale = card.Locale });
        if (card.Unit is { Length: > 0 } unit)
            writer.Raw(" <span class=\"unit\">"u8).Text(unit).Raw("</span>"u8);
        if (card.Severity is { } severity)
        {
            writer.Raw(" "u8);
            HtmlSeverity.Badge(severity, writer);
        }
    }

    private void Change(MetricCard card)
    {
        writer.Raw("<dd class=\"change"u8);
        if (card.IsGood is { } good)
            writer.Raw(good ? " good"u8 : " bad"u8);
        writer.Raw("\">"u8);
        if (CardText.Arrow(card) is { Length: > 0 } arrow)
            writer.Raw("<span class=\"arrow\" aria-hidden=\"true\">"u8).Raw(arrow).Raw("</span><span class=\"sr\">"u8).Raw(CardText.Direction(card)).Raw(" </span>"u8);
        writer.Text(card.Change);
        if (card.IsGood is { } isGood)
            writer.Raw(isGood ? " <span class=\"verdict\">better</span>"u8 : " <span class=\"verdict\">worse</span>"u8);
        writer.Raw("</dd>"u8);
    }
}

using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>Metric cards side by side, two on a phone; text, so that they are read with pictures off.</summary>
internal sealed class MailCards(MailMarkup markup, MailPictures pictures, MailOptions options)
{
    private const int Gap = 16;

    /// <summary>Wider pictures would be too small to read on a phone, where they are shrunk.</summary>
    private const int MostPicture = 174;

    /// <summary>Values with more characters are set smaller, so that they stay on one line.</summary>
    private const int LongValue = 8;

    private const int VeryLongValue = 12;

    private HtmlWriter Writer => markup.Writer;

    public void Write(ImmutableArray<MetricCard> cards)
    {
        var columns = cards.Length switch { 1 => 1, 2 or 4 => 2, _ => 3 };
        var width = MailPictures.Wide / columns;
        markup.Table().Look("margin:4px 0 2px");
        // All in one cell, so that phones break them as they can; Word, which cannot, has rows.
        Writer.Raw("<tr><td style=\"font-size:0;line-height:0\">"u8);
        markup.WordOnly("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">");
        foreach (var row in cards.Index().Chunk(columns))
        {
            markup.WordOnly("<tr>");
            foreach (var (index, card) in row)
                Card(card, width, columns, index);
            markup.WordOnly("</tr>");
        }

        markup.WordOnly("</table>");
        Writer.Raw("</td></tr></table>\n"u8);
    }

    private void Card(MetricCard card, int width, int columns, int index)
    {
        markup.WordOnly($"<td width=\"{width}\" valign=\"top\">");
        Writer.Raw("<div class=\""u8).Raw(columns switch { 1 => "card one", 3 => "card three", _ => "card" }).Raw("\" style=\"display:inline-block;vertical-align:top;width:100%;max-width:"u8).Number(width).Raw("px\">"u8);
        markup.Table().Look("width:100%;table-layout:fixed");
        // The gaps are shared out, so that the rules of the first and the last reach the edges of the text and all are of one length.
        var before = Gap * (index % columns) / columns;
        var after = Gap * (columns - 1) / columns - before;
        var fromLeft = markup.Side == "left";
        var (left, right) = fromLeft ? (before, after) : (after, before);
        Writer.Raw("<tr><td class=\""u8).Raw(index % 2 == 0 == fromLeft ? "onleft"u8 : "onright"u8).Raw("\" style=\"padding:0 "u8).Number(right).Raw("px 14px "u8).Number(left).Raw("px\">"u8);
        if (options.CardsAsPictures)
            Picture(card, Math.Min(width - left - right, MostPicture));
        else
            Text(card);
        Writer.Raw("</td></tr></table></div>"u8);
        markup.WordOnly("</td>");
        Writer.Raw("\n"u8);
    }

    private void Picture(MetricCard card, int width)
    {
        var picture = pictures.Card(card, width);
        Writer.Raw("<img src=\"cid:"u8).Raw(picture.ContentId).Raw("\" width=\""u8).Number(width).Raw("\""u8).Attribute("alt"u8, picture.Picture.Alternative);
        markup.Look($"display:block;width:100%;max-width:{width}px;height:auto;box-sizing:border-box;border-radius:4px;background-color:{options.Theme.Light[ThemeColor.Page]};font-family:{MailMarkup.Sans};font-size:15px;line-height:1.4;font-weight:600", ThemeColor.Ink, also: "figure", isEmpty: true);
    }

    private void Text(MetricCard card)
    {
        markup.Table().Look("width:100%;table-layout:fixed");
        Writer.Raw("<tr><td"u8);
        markup.Look(
            $"padding:8px 0 0;border-top-width:3px;border-top-style:solid;font-family:{MailMarkup.Sans};word-break:break-word;overflow-wrap:anywhere", ThemeColor.Ink,
            border: card.Severity is { } grade ? ThemeColors.Solid(grade) : ThemeColor.RuleStrong);
        Line("font-size:13px;line-height:1.35", ThemeColor.Muted, card.Label);
        Value(card);
        if (card.Severity is { } severity)
        {
            Writer.Raw("<p style=\"margin:2px 0\">"u8);
            markup.Badge(severity);
            Writer.Raw("</p>"u8);
        }

        Change(card);
        if (card.Note is { Length: > 0 } note)
            Line("font-size:13px;line-height:1.4", ThemeColor.Muted, note);
        Writer.Raw("</td></tr></table>"u8);
    }

    private void Value(MetricCard card)
    {
        if (card.Value is SeverityCell rating)
        {
            Writer.Raw("<p style=\"margin:4px 0\">"u8);
            markup.Badge(rating.Value, "18px");
            Writer.Raw("</p>"u8);
            return;
        }

        if (card.Value is EmptyCell)
        {
            Line("font-size:18px;line-height:1.6", ThemeColor.Muted, CardText.NotMeasured);
            return;
        }

        var value = CellText.Of(card);
        var size = value.Length switch { > VeryLongValue => 17, > LongValue => 22, _ => 27 };
        Writer.Raw("<p"u8);
        markup.Look($"margin:0;font-size:{size}px;line-height:1.3;font-weight:700;letter-spacing:-0.3px", ThemeColor.Ink);
        Writer.PlainText(value);
        if (card.Unit is { Length: > 0 } unit)
        {
            Writer.Raw("<span"u8);
            markup.Look("font-size:14px;font-weight:400;letter-spacing:0", ThemeColor.Muted);
            Writer.Raw("&#160;"u8).PlainText(unit).Raw("</span>"u8);
        }

        Writer.Raw("</p>"u8);
    }

    private void Change(MetricCard card)
    {
        if (card.Change is not { Length: > 0 } change || card.Value is EmptyCell)
            return;
        Writer.Raw("<p"u8);
        markup.Look("margin:0;font-size:13px;line-height:1.5", card.IsGood switch { true => ThemeColor.Good, false => ThemeColor.Bad, null => ThemeColor.Ink });
        if (CardText.Arrow(card) is { Length: > 0 } arrow)
            Writer.Raw("<span style=\"font-size:10px\">"u8).Raw(arrow).Raw("</span>&#160;"u8);
        Writer.Raw("<strong>"u8).PlainText(change).Raw("</strong>"u8);
        if (card.IsGood is { } good)
            Writer.Raw(good ? " better"u8 : " worse"u8);
        Writer.Raw("</p>"u8);
    }

    private void Line(string style, ThemeColor color, string text)
    {
        Writer.Raw("<p"u8);
        markup.Look("margin:0;" + style, color);
        Writer.PlainText(text).Raw("</p>"u8);
    }
}

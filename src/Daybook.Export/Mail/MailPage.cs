using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.Export.Mail;

/// <summary>The HTML of a mail: tables, 600 pixels at most, looks inside the elements; a client that drops the style sheet still shows a good page.</summary>
internal sealed partial class MailPage
{
    /// <summary>Keeps the words of the mail out of lists that show its beginning.</summary>
    private const int Fillers = 60;

    private const string Ghost = "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"600\" align=\"center\"><tr><td>";

    private readonly HtmlWriter _writer = new();
    private readonly MailContent _content;
    private readonly MailOptions _options;
    private readonly MailMarkup _markup;
    private readonly MailBlocks _blocks;
    private readonly MailPictures _pictures;

    public MailPage(MailContent content, MailOptions options, MailPictures pictures)
    {
        (_content, _options, _pictures) = (content, options, pictures);
        _markup = new MailMarkup(_writer, options.Theme, ReadingDirection.IsRightToLeft(content.Metadata.Language) ? "right" : "left");
        _blocks = new MailBlocks(_markup, pictures, options);
    }

    public string Write()
    {
        Body();
        var body = Encoding.UTF8.GetString(_writer.Written.Span);
        _writer.Clear();
        Head(body);
        return Encoding.UTF8.GetString(_writer.Written.Span) + body;
    }

    private void Head(string body)
    {
        var metadata = _content.Metadata;
        var used = Classes().Matches(body).SelectMany(match => match.Groups[1].Value.Split(' ')).ToHashSet(StringComparer.Ordinal);
        _writer.Raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""u8).Attribute("lang"u8, metadata.Language);
        if (ReadingDirection.IsRightToLeft(metadata.Language))
            _writer.Raw(" dir=\"rtl\""u8);
        _writer.Raw("""
            >
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="x-apple-disable-message-reformatting" />
            <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
            <meta name="color-scheme" content="light dark" />
            <meta name="supported-color-schemes" content="light dark" />
            <title>
            """u8).PlainText($"{_content.Title} · {DateText.Short(metadata)}").Raw("</title>\n"u8);
        _markup.WordOnly("<noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><style>td,th,p,a,h1,h2,h3{font-family:'Segoe UI',Arial,sans-serif!important}</style>");
        _writer.Raw("\n<style>"u8).Raw(MailStyle.Of(_options.Theme, used)).Raw("</style>\n</head>\n"u8);
    }

    private void Body()
    {
        _writer.Raw("<body"u8);
        _markup.Look("margin:0;padding:0;-webkit-text-size-adjust:100%", ground: ThemeColor.Surface, isCell: true);
        _writer.Raw("\n<div style=\"display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all\">"u8).PlainText(_content.Preheader);
        for (var i = 0; i < Fillers; i++)
            _writer.Raw("&#847;&#8204;&#160;"u8);
        _writer.Raw("</div>\n"u8);
        _markup.Table().Look("width:100%", ground: ThemeColor.Surface, isCell: true);
        _writer.Raw("<tr><td align=\"center\" class=\"frame\" style=\"padding:24px 12px\">\n"u8);
        _markup.WordOnly(Ghost);
        _markup.Table("width=\"100%\"").Look("width:100%;max-width:600px;margin:0 auto;border-width:1px;border-style:solid;border-radius:10px;border-collapse:separate;table-layout:fixed", ground: ThemeColor.Page, border: ThemeColor.Rule, isCell: true, also: "sheet");
        _writer.Raw("\n"u8);
        var frame = new MailFrame(_markup, _content, _options, _pictures);
        frame.Top();
        foreach (var part in _content.Parts)
            Part(part);
        frame.Bottom();
        _writer.Raw("</table>\n"u8);
        _markup.WordOnly("</td></tr></table>");
        _writer.Raw("</td></tr></table>\n</body>\n</html>\n"u8);
    }

    private void Part(MailPart part)
    {
        if (part.Blocks.IsEmpty)
            return;
        _markup.OpenRow("4px 24px 12px");
        if (part.Title is { Length: > 0 } title)
        {
            _writer.Raw("<h2"u8);
            _markup.Look("margin:10px 0 8px;font-size:18px;line-height:1.3;font-weight:700", ThemeColor.Ink);
            _writer.PlainText(MailContent.Line(title, MailContent.LongestTitle)).Raw("</h2>\n"u8);
        }

        _blocks.VisitAll(part.Blocks, 2);
        _markup.CloseRow();
    }

    [GeneratedRegex("class=\"([^\"]*)\"")]
    private static partial Regex Classes();
}

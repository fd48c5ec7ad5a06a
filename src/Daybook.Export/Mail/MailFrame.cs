using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>What stands around the report's own content: classification, what failed, which report of which day; then the way to the whole of it.</summary>
internal sealed class MailFrame(MailMarkup markup, MailContent content, MailOptions options, MailPictures pictures)
{
    private const string Small = "margin:0 0 6px;font-size:13px;line-height:1.5";

    private HtmlWriter Writer => markup.Writer;

    public void Top()
    {
        Classification("10px 10px 0 0");
        if (options.IsTest)
            Test();
        if (content is { IsWhole: false, IsNotice: false })
            Incomplete();
        Header();
        if (content.IsEmpty)
            Empty(MailContent.NothingAssessed, ThemeColor.UnknownTint);
        if (options.Introduction is { Length: > 0 } introduction)
            Introduction(introduction);
    }

    public void Bottom()
    {
        if (content.IsCut)
            Cut();
        if (!content.Empty.IsEmpty && !content.IsEmpty)
            Empty("Without data", ThemeColor.Surface);
        Way();
        Foot();
        Classification("0 0 10px 10px");
    }

    private void Classification(string corners)
    {
        if (content.Classification is not { Length: > 0 } classification)
            return;
        var colors = options.Theme.ColorsOf(classification);
        Writer.Raw("<tr><td align=\"center\" bgcolor=\""u8).Raw(colors.Ground.ToString()).Raw("\" style=\"padding:7px 24px;background-color:"u8).Raw(colors.Ground.ToString()).Raw(";color:"u8).Raw(colors.Text.ToString())
            .Raw(";border-radius:"u8).Raw(corners).Raw(";font-family:"u8).Raw(MailMarkup.Sans).Raw(";font-size:12px;line-height:1.4;font-weight:700;letter-spacing:1px;text-transform:uppercase;word-break:break-word\">"u8)
            .PlainText(MailContent.Line(classification, MailContent.LongestTitle)).Raw("</td></tr>\n"u8);
    }

    private void Test()
    {
        Writer.Raw("<tr><td align=\"center\""u8);
        markup.Look($"padding:9px 24px;font-family:{MailMarkup.Sans};font-size:14px;line-height:1.4", ThemeColor.MediumText, ThemeColor.MediumTint, isCell: true);
        Writer.Raw("<strong>TEST</strong> · sent to try this out; it does not count as a delivery</td></tr>\n"u8);
    }

    private void Incomplete()
    {
        Writer.Raw("<tr><td"u8);
        markup.Look($"padding:14px 24px;border-left-width:5px;border-left-style:solid;font-family:{MailMarkup.Sans};font-size:14px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere", ThemeColor.Ink, ThemeColor.CriticalTint, ThemeColor.Critical, isCell: true, also: "row");
        Writer.Raw("<p"u8);
        markup.Look("margin:0 0 4px;font-size:16px;font-weight:700", ThemeColor.CriticalText);
        Writer.Raw("▲&#160;This report is not complete</p>"u8);
        foreach (var problem in content.Problems)
            Writer.Raw("<p style=\"margin:0 0 5px\">"u8).PlainText(problem).Raw("</p>\n"u8);
        if (!content.Failed.IsEmpty || content.Problems.IsEmpty)
            Writer.Raw("<p style=\"margin:0\">"u8).PlainText(content.FailedCount).Raw(content.Failed.IsEmpty ? ". See the report.</p>"u8 : ":</p>"u8);
        Named(content.Failed, MailContent.ReasonOf);
        Writer.Raw("</td></tr>\n"u8);
    }

    private void Header()
    {
        var metadata = content.Metadata;
        markup.OpenRow("22px 24px 10px");
        if (pictures.Logo() is { } logo)
            Logo(logo);
        if (metadata.TemplateName != metadata.Title)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:0 0 3px;font-size:13px;line-height:1.4;font-weight:600", ThemeColor.Muted);
            Writer.PlainText(MailContent.Line(metadata.TemplateName, MailContent.LongestTitle)).Raw("</p>"u8);
        }

        Writer.Raw("<h1"u8);
        markup.Look("margin:0 0 4px;font-size:25px;line-height:1.22;font-weight:700;letter-spacing:-0.2px", ThemeColor.Ink, also: "title");
        Writer.PlainText(content.Title).Raw("</h1>\n"u8);
        if (metadata.Subtitle is { Length: > 0 } subtitle)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:0 0 4px;font-size:15px;line-height:1.45", ThemeColor.Muted);
            Writer.PlainText(MailContent.Line(subtitle, MailContent.LongestTitle)).Raw("</p>\n"u8);
        }

        markup.Table().Look("margin:12px 0 0;border-top-width:1px;border-top-style:solid;border-collapse:collapse", border: ThemeColor.Rule);
        if (!content.IsNotice)
            Fact("Status", Status);
        foreach (var (name, value) in MetadataLines.Facts(metadata))
            Fact(name, () => Writer.PlainText(MailContent.Line(value, MailContent.LongestTitle)));
        Writer.Raw("</table>"u8);
        markup.CloseRow();
    }

    /// <summary>On the ground of the light page at night too: logos are drawn for paper.</summary>
    private void Logo(MailPicture logo)
    {
        Writer.Raw("<p style=\"margin:0 0 14px\"><img src=\"cid:"u8).Raw(logo.ContentId).Raw("\" width=\""u8).Number(logo.Picture.Width).Raw("\" height=\""u8).Number(logo.Picture.Height).Raw("\""u8)
            .Attribute("alt"u8, MailContent.Line(logo.Picture.Alternative, MailContent.LongestTitle));
        markup.Look(
            $"display:inline-block;max-width:100%;height:auto;border-radius:4px;background-color:{options.Theme.Light[ThemeColor.Page]};color:{options.Theme.Light[ThemeColor.Ink]};font-size:15px;line-height:1.4;font-weight:700",
            also: "logo", isEmpty: true);
        Writer.Raw("</p>\n"u8);
    }

    private void Fact(string name, Action value)
    {
        Writer.Raw("<tr><td width=\"112\" valign=\"top\""u8);
        markup.Look($"width:112px;padding:6px 8px 6px 0;border-bottom-width:1px;border-bottom-style:solid;font-family:{MailMarkup.Sans};font-size:14px;line-height:1.45", ThemeColor.Muted, border: ThemeColor.Rule);
        Writer.Raw(name).Raw("</td><td valign=\"top\""u8);
        markup.Look($"padding:6px 0;border-bottom-width:1px;border-bottom-style:solid;font-family:{MailMarkup.Sans};font-size:14px;line-height:1.45;font-weight:600;word-break:break-word", ThemeColor.Ink, border: ThemeColor.Rule);
        value();
        Writer.Raw("</td></tr>\n"u8);
    }

    private void Status()
    {
        var (mark, front, ground) = content switch
        {
            { IsWhole: false } => ("▲", ThemeColor.CriticalText, ThemeColor.CriticalTint),
            { IsEmpty: true } => ("○", ThemeColor.UnknownText, ThemeColor.UnknownTint),
            _ => ("✓", ThemeColor.Good, ThemeColor.Surface),
        };
        Writer.Raw("<span"u8);
        markup.Look("display:inline-block;padding:1px 9px;border-radius:10px;font-size:13px", front, ground);
        Writer.Raw(mark).Raw("&#160;"u8).Raw(StatusText.Of(content.Status)).Raw("</span>"u8);
    }

    private void Introduction(string introduction)
    {
        markup.OpenRow("8px 24px 4px");
        foreach (var paragraph in MailParagraphs.Of(introduction, MailContent.LongestIntroduction))
        {
            Writer.Raw("<p style=\"margin:0 0 12px\">"u8);
            for (var i = 0; i < paragraph.Length; i++)
                Writer.Raw(i == 0 ? ""u8 : "<br />"u8).PlainText(paragraph[i]);
            Writer.Raw("</p>\n"u8);
        }

        markup.CloseRow();
    }

    private void Cut()
    {
        markup.OpenRow("0 24px 12px");
        Writer.Raw("<p"u8);
        markup.Look(Small, ThemeColor.Muted);
        Writer.Raw("This is only the beginning of the report; "u8);
        if (options.Address is { } address)
            Writer.Raw("<a"u8).Attribute("href"u8, address.AbsoluteUri).Raw(" style=\"font-weight:600\">the whole report has the rest</a>."u8);
        else
            Writer.Raw("the whole report has the rest."u8);
        Writer.Raw("</p>"u8);
        markup.CloseRow();
    }

    private void Empty(string title, ThemeColor ground)
    {
        markup.OpenRow("4px 24px 12px");
        markup.Table().Look("border-collapse:separate;border-radius:6px", ground: ground, isCell: true);
        Writer.Raw("<tr><td"u8);
        markup.Look($"padding:12px 14px;font-family:{MailMarkup.Sans};font-size:14px;line-height:1.5;word-break:break-word;overflow-wrap:anywhere", ThemeColor.Ink);
        Writer.Raw("<p style=\"margin:0;font-weight:700\">"u8).Raw(title).Raw("</p>"u8);
        Named(content.Empty, MailContent.EmptyReasonOf);
        Writer.Raw("</td></tr></table>"u8);
        markup.CloseRow();
    }

    private void Named(IReadOnlyCollection<Section> sections, Func<Section, string> reason)
    {
        foreach (var section in sections.Take(MailContent.MostNamed))
            Writer.Raw("<p style=\"margin:5px 0 0\"><strong>"u8).PlainText(MailContent.NameOf(section)).Raw("</strong> – "u8).PlainText(reason(section)).Raw("</p>\n"u8);
        if (sections.Count > MailContent.MostNamed)
            Writer.Raw("<p style=\"margin:5px 0 0\">and "u8).Number(sections.Count - MailContent.MostNamed).Raw(" more.</p>\n"u8);
    }

    /// <summary>To the whole report and its files.</summary>
    private void Way()
    {
        markup.OpenRow("8px 24px 20px");
        if (!content.Others.IsEmpty)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:0 0 16px;font-size:13px;line-height:1.6", ThemeColor.Muted);
            Writer.Raw("Also in the report: "u8).PlainText(string.Join(" · ", content.Others.Take(MailContent.MostOthers).Select(title => MailContent.Line(title, 80))));
            Writer.Raw(content.Others.Length > MailContent.MostOthers ? " …</p>\n"u8 : "</p>\n"u8);
        }

        if (options.Address is { } address)
        {
            markup.Table("").Look("margin:0 0 14px;border-collapse:separate");
            Writer.Raw("<tr><td align=\"center\""u8);
            markup.Look("border-radius:6px;padding:11px 22px", ground: ThemeColor.Link, isCell: true);
            Writer.Raw("<a"u8).Attribute("href"u8, address.AbsoluteUri);
            markup.Look($"display:inline-block;font-family:{MailMarkup.Sans};font-size:15px;line-height:1.3;font-weight:600;text-decoration:none", ThemeColor.Page);
            Writer.Raw("Open the whole report</a></td></tr></table>\n"u8);
        }

        foreach (var file in options.Files.Take(MailContent.MostFiles))
            File(file);
        if (options.Files.Length > MailContent.MostFiles)
            Writer.Raw("<p style=\""u8).Raw(Small).Raw("\">and "u8).Number(options.Files.Length - MailContent.MostFiles).Raw(" more files.</p>"u8);
        if (content.LinksUntil(options) is { } until)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:8px 0 0;font-size:12px;line-height:1.5", ThemeColor.Muted);
            Writer.PlainText(until).Raw("</p>\n"u8);
        }

        markup.CloseRow();
    }

    private void File(MailFile file)
    {
        Writer.Raw("<p"u8);
        markup.Look(Small, ThemeColor.Ink);
        Writer.Raw(file.Address is null ? "Attached: "u8 : "Download: "u8);
        if (file.Address is { } address)
        {
            Writer.Raw("<a"u8).Attribute("href"u8, address.AbsoluteUri);
            markup.Look("font-weight:600", ThemeColor.Link);
        }
        else
        {
            Writer.Raw("<strong>"u8);
        }

        Writer.PlainText(MailContent.Line(file.FileName, MailContent.LongestTitle)).Raw(file.Address is null ? "</strong>"u8 : "</a>"u8).Raw(" ("u8).Raw(FileSize.Of(file.SizeBytes)).Raw(")"u8);
        if (file.Remark is { Length: > 0 } remark)
            Writer.Raw(" – "u8).PlainText(MailContent.Line(remark, MailContent.LongestEmptyReason));
        Writer.Raw("</p>\n"u8);
    }

    private void Foot()
    {
        markup.OpenRow("0 24px 20px");
        Writer.Raw("<p"u8);
        markup.Look("margin:0;padding:12px 0 0;border-top-width:1px;border-top-style:solid;font-size:12px;line-height:1.55", ThemeColor.Muted, border: ThemeColor.Rule);
        Writer.PlainText(content.Origin);
        if (options.Reason is { Length: > 0 } reason)
            Writer.Raw("<br />"u8).PlainText(MailContent.Line(reason, MailContent.LongestReason));
        if (options.Unsubscribe is { } unsubscribe)
        {
            Writer.Raw("<br /><a"u8).Attribute("href"u8, unsubscribe.AbsoluteUri);
            markup.Look("", ThemeColor.Muted);
            Writer.Raw("End these mails</a>"u8);
        }

        Writer.Raw("</p>"u8);
        markup.CloseRow();
    }
}

using System.Text;
using Daybook.Export.Charts;
using Daybook.Documents;
using Daybook.Export.Mail;

namespace Daybook.Export;

/// <summary>Turns the beginning of a report into a mail: what failed, headline figures, summary, first chart, and the way to the rest.</summary>
public static class MailExporter
{
    /// <summary>How much of the report's text a mail takes, roughly in bytes of its HTML.</summary>
    private const int Room = 14_000;

    /// <summary>The first chart with something to draw; null where there is none.</summary>
    public static Chart? FirstChart(ReportDocument document) =>
        document.Sections.SelectMany(SectionTree.Blocks).OfType<Chart>().FirstOrDefault(chart => ChartData.Of(chart).Nothing is null);

    /// <summary>What the summary says in words, without figures and tables, for chats; empty where it says nothing.</summary>
    /// <param name="longest">Characters after which it is cut.</param>
    public static string Digest(ReportDocument document, int longest)
    {
        var content = MailContent.Of(document, new MailOptions { IncludeChart = false }, longest);
        var lines = new PlainLines(width: int.MaxValue);
        new MailTextBlocks(lines).VisitAll([.. content.Parts.SelectMany(part => part.Blocks).Where(block => block is Paragraph or ListBlock or Callout)], 0);
        return content.IsEmpty ? MailContent.NothingAssessed + "." : lines.ToString().TrimEnd();
    }

    public static MailRendering Export(ReportDocument document, MailOptions options)
    {
        options = options with { Theme = SafeTheme.Of(options.Theme) };
        for (var room = Room; ; room /= 2)
        {
            var content = MailContent.Of(document, options, room);
            var pictures = new MailPictures(options);
            var html = new MailPage(content, options, pictures).Write();
            if (Encoding.UTF8.GetByteCount(html) <= options.MaximumBytes || room == 0)
                return new MailRendering(html, new MailText(content, options).Write(), content.Preheader, pictures.All);
        }
    }
}

using System.Text;
using Daybook.Documents;
using Daybook.Export.Mail;

namespace Daybook.Export;

/// <summary>Turns the beginning of a report into a mail: what failed, headline figures, summary, first chart, and the way to the rest.</summary>
public static class MailExporter
{
    /// <summary>How much of the report's text a mail takes, roughly in bytes of its HTML.</summary>
    private const int Room = 14_000;

    public static MailRendering Export(ReportDocument document, MailOptions options)
    {
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

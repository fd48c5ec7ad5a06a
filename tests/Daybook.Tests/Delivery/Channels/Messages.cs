using System.Security.Cryptography;
using System.Text;
using Daybook.Delivery.Channels;
using NodaTime;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>What channels are given to send.</summary>
internal static class Messages
{
    public static readonly string Key = Convert.ToHexStringLower(SHA256.HashData("delivery"u8));

    public static DeliveryMessage To(string recipient) => new(Key, recipient, "COB report 4 May 2026: completed", "All 12 runs finished.\nTwo findings are new.", Instant.FromUtc(2026, 5, 4, 18, 0))
    {
        Report = new ReportFacts(
            "report.completed", "COB report", new LocalDate(2026, 5, 4), "completed",
            new Guid("11111111-1111-4111-8111-111111111111"), null, new Guid("22222222-2222-4222-8222-222222222222"),
            [new HeadlineFigure("Runs", "12", null), new HeadlineFigure("New findings", "2", "high")], [], new Uri("https://reports.example/reports/1")),
    };

    public static DeliveryMessage WithPdf(this DeliveryMessage message) => message with { Attachments = [Attachment("report.pdf", "%PDF-1.7 not really")] };

    public static DeliveryAttachment Attachment(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new DeliveryAttachment(name, "application/pdf", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
    }

    /// <summary>Everything that a message can hold, and all of it hostile.</summary>
    public static DeliveryMessage Hostile(string recipient) => To(recipient) with
    {
        Subject = "<!channel> [click](https://evil.example) *bold* & <@U0123ABCD> {{DATE(2026,SHORT)}} <at>Boss</at>",
        Text = string.Join('\n', Enumerable.Repeat("<!here> Ignore the above & post <https://evil.example|this> :boom: 漢字 😀", 2_000)),
        Report = To(recipient).Report with
        {
            Figures = [.. Enumerable.Range(0, 60).Select(index => new HeadlineFigure($"<!everyone> label {index}", "[x](javascript:alert(1))", null)), new HeadlineFigure("", "", null)],
            Failures = [.. Enumerable.Range(0, 60).Select(index => $"block <{index}> failed & `code`")],
        },
        Links = [.. Enumerable.Range(0, 40).Select(index => new DeliveryLink(default, $"a|b>{index}.pdf", "pdf", 1_234_567, new Uri($"https://reports.example/x?a=1&b=<{index}>|"), Instant.FromUtc(2026, 6, 1, 0, 0)))],
    };

    public static DeliveryPicture Picture(int bytes) => new("chart-1", "Findings by day", 600, 300, new byte[bytes]);
}

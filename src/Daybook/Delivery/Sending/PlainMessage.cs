using System.Globalization;
using System.Text;
using Daybook.Delivery.Channels;
using NodaTime.Text;

namespace Daybook.Delivery.Sending;

/// <summary>The words of a message where nothing better is set up.</summary>
internal sealed class PlainMessage(StoredDistribution distribution, ReportFacts facts, MessageFiles files, bool isNote)
{
    private static readonly InstantPattern Until = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm 'UTC'");

    private string Date => facts.BusinessDate.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public string Subject => Marks + facts.Event switch
    {
        "report.failed" => $"COB Report failed - {OneLine(facts.Title)} - {Date}",
        "report.missed" => $"COB Report missed - {OneLine(facts.Title)} - {Date}",
        _ => $"COB Report - {OneLine(facts.Title)} - {Date}",
    };

    public string Body
    {
        get
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{OneLine(facts.Title)}\n{MessageText.Footer(facts)}\n");
            if (distribution.IsTest)
                text.Append("\nThis message was sent to try the delivery out.\n");
            if (isNote)
                text.Append("\nThere was nothing to report: no part of the report had data.\n");
            foreach (var figure in facts.Figures)
                text.Append(CultureInfo.InvariantCulture, $"\n{figure.Label}: {figure.Value}");
            AppendList(text, "What failed:", facts.Failures);
            AppendList(text, "Attached:", files.Attachments.Select(file => $"{file.FileName} ({MessageText.Size(file.Content.Length)})"));
            AppendList(text, "To be fetched:", files.Links.Select(link => $"{MessageText.Label(link)}{(files.TooLarge.Contains(link.FileName) ? ", too large to be attached" : "")}, until {Until.Format(link.ExpiresAt)}:\n  {link.Address.AbsoluteUri}"));
            AppendList(text, "Not made:", files.Missing.Select(artifact => $"{artifact.Format}: {artifact.Missing}"));
            return text.ToString();
        }
    }

    private string Marks => (distribution.IsTest ? "[TEST] " : "") + (facts.Status == "completed_with_errors" ? "[PARTIAL] " : "");

    private static void AppendList(StringBuilder text, string heading, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"\n{heading}\n");
        foreach (var item in all)
            text.Append(CultureInfo.InvariantCulture, $"- {item}\n");
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

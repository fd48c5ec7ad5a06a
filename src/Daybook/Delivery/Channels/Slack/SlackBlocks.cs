using System.Text.Json.Nodes;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>
/// A message as blocks, within the limits that Slack documents. Text from data stands in rich text, whose text elements Slack shows as they
/// are, so that neither marks nor mentions in it do anything.
/// </summary>
internal static class SlackBlocks
{
    public const int MaximumBlocks = 50;
    public const int LongestHeader = 150;
    public const int LongestText = 3_000;

    /// <summary>Of the message's text as a whole; Slack refuses blocks that are too long together.</summary>
    private const int LongestMessage = 9_000;

    private const int MaximumFigures = 40;
    private const int MaximumFailures = 20;
    private const int MaximumLinks = 20;
    private const int LongestValue = 500;

    public static JsonArray Of(DeliveryMessage message)
    {
        var blocks = new List<JsonObject> { new() { ["type"] = "header", ["text"] = Plain(message.Subject, LongestHeader) } };
        List<JsonObject> tail = [.. Tail(message)];
        blocks.AddRange(Middle(message).Take(MaximumBlocks - blocks.Count - tail.Count));
        return new JsonArray([.. blocks, .. tail]);
    }

    /// <summary>For notifications, which show no blocks. The characters that begin mentions and links are escaped.</summary>
    public static string Fallback(DeliveryMessage message) => Escape(ForeignText.Cut(message.Subject, LongestText / 5));

    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Middle(DeliveryMessage message)
    {
        if (!message.Report.Figures.IsEmpty)
            yield return Rich(Lines(message.Report.Figures.Take(MaximumFigures), figure => [Run(ForeignText.Cut(figure.Label, LongestValue) + "  "), Run(figure.Value, LongestValue, isBold: true)]));
        foreach (var part in MessageText.Parts(ForeignText.Cut(message.Text, LongestMessage), LongestText))
            yield return Rich([Run(part)]);
        if (!message.Report.Failures.IsEmpty)
            yield return Rich(Lines(message.Report.Failures.Take(MaximumFailures), failure => [Run("Failed: ", isBold: true), Run(failure, LongestValue)]));
        if (MessageText.LeftOut(message.Report, MaximumFigures, MaximumFailures) is { } leftOut)
            yield return Rich([Run(leftOut)]);
    }

    private static IEnumerable<JsonObject> Tail(DeliveryMessage message)
    {
        if (message.Links.Length > MaximumLinks)
            yield return Rich([Run($"{message.Links.Length - MaximumLinks} more files are in the report.")]);
        if (!message.Links.IsEmpty)
            yield return Rich(Lines(message.Links.Take(MaximumLinks), link => [new JsonObject { ["type"] = "link", ["url"] = link.Address.AbsoluteUri, ["text"] = ForeignText.Cut(MessageText.Label(link), LongestValue) }]));
        if (message.Report.Address is { AbsoluteUri.Length: <= LongestText } address)
        {
            yield return new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "button", ["text"] = Plain("Open the report", 75), ["url"] = address.AbsoluteUri, ["action_id"] = "open_report" }),
            };
        }

        yield return new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Plain(MessageText.Footer(message.Report), LongestText)) };
    }

    private static IEnumerable<JsonObject> Lines<T>(IEnumerable<T> items, Func<T, JsonObject[]> line) =>
        items.SelectMany((item, index) => index == 0 ? line(item) : [Run("\n"), .. line(item)]);

    private static JsonObject Rich(IEnumerable<JsonObject> elements) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray([.. elements]) }),
    };

    private static JsonObject Run(string text, int longest = LongestText, bool isBold = false)
    {
        var run = new JsonObject { ["type"] = "text", ["text"] = text.Length == 0 ? "–" : ForeignText.Cut(text, longest) };
        if (isBold)
            run["style"] = new JsonObject { ["bold"] = true };
        return run;
    }

    private static JsonObject Plain(string text, int longest) => new() { ["type"] = "plain_text", ["text"] = ForeignText.Cut(text, longest), ["emoji"] = false };
}

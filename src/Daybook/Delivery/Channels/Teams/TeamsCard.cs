using System.Text.Json.Nodes;

namespace Daybook.Delivery.Channels.Teams;

/// <summary>
/// A message as an Adaptive Card. All text stands in runs of rich text, which Teams shows as it is: Markdown, mentions and functions of cards
/// in the data stay text.
/// </summary>
internal sealed class TeamsCard(DeliveryMessage message)
{
    /// <summary>Elements as they were in this version; Teams shows up to 1.5 on desktops and 1.2 and more on phones.</summary>
    public const string Version = "1.4";

    /// <summary>What Teams takes as one message, in bytes, with some room for what the workflow adds.</summary>
    public const int MaximumBytes = 27_000;

    /// <summary>What Teams shows of a card's actions.</summary>
    private const int MaximumActions = 6;

    private const int LongestSubject = 500;
    private const int LongestText = 6_000;
    private const int MaximumFigures = 20;
    private const int MaximumFailures = 10;

    /// <summary>The whole body; pictures that would make it too large are left out, then the text is cut.</summary>
    public byte[] ToBytes()
    {
        var longest = LongestText;
        var bare = ChannelJson.Of(Message(longest, 0));
        while (bare.Length > MaximumBytes && longest > 100)
            bare = ChannelJson.Of(Message(longest /= 2, 0));
        for (var pictures = message.Pictures.Length; pictures > 0; pictures--)
        {
            if (message.Pictures.Take(pictures).Sum(picture => (long)picture.Png.Length) < MaximumBytes && ChannelJson.Of(Message(longest, pictures)) is { Length: <= MaximumBytes } whole)
                return whole;
        }

        return bare;
    }

    private JsonObject Message(int longest, int pictures) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = Version,
                ["msteams"] = new JsonObject { ["width"] = "Full" },
                ["body"] = new JsonArray([.. Body(longest, pictures)]),
                ["actions"] = new JsonArray([.. Actions()]),
            },
        }),
    };

    private IEnumerable<JsonObject> Body(int longest, int pictures)
    {
        yield return Text(message.Subject, LongestSubject, run => (run["size"], run["weight"]) = ("Large", "Bolder"));
        yield return Text(MessageText.Footer(message.Report), LongestSubject, run => run["isSubtle"] = true);
        if (message.Text.Trim() is { Length: > 0 } text)
            yield return Text(text, longest);
        foreach (var figure in message.Report.Figures.Take(MaximumFigures))
            yield return Row(figure);
        foreach (var failure in message.Report.Failures.Take(MaximumFailures))
            yield return Text("Failed: " + failure, LongestSubject, run => run["color"] = "Attention");
        foreach (var picture in message.Pictures.Take(pictures))
        {
            yield return new JsonObject
            {
                ["type"] = "Image",
                ["url"] = "data:image/png;base64," + Convert.ToBase64String(picture.Png.Span),
                ["altText"] = picture.Alternative,
                ["msteams"] = new JsonObject { ["allowExpand"] = true },
            };
        }

        if (message.Links.Length + (message.Report.Address is null ? 0 : 1) is var all && all > MaximumActions)
            yield return Text($"{all - MaximumActions} more files are in the report.", LongestSubject, run => run["isSubtle"] = true);
    }

    private IEnumerable<JsonObject> Actions()
    {
        var links = message.Links.Select(link => (Title: MessageText.Label(link), link.Address));
        if (message.Report.Address is { } address)
            links = links.Prepend(("Open the report", address));
        return links.Take(MaximumActions).Select(link => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = ForeignText.Cut(link.Title, 100), ["url"] = link.Address.AbsoluteUri });
    }

    private static JsonObject Row(HeadlineFigure figure) => new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "Small",
        ["columns"] = new JsonArray(Column(figure.Label, run => run["isSubtle"] = true), Column(figure.Value, run => run["weight"] = "Bolder")),
    };

    private static JsonObject Column(string text, Action<JsonObject> style) => new()
    {
        ["type"] = "Column",
        ["width"] = "stretch",
        ["items"] = new JsonArray(Text(text, LongestSubject, style)),
    };

    private static JsonObject Text(string text, int longest, Action<JsonObject>? style = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = ForeignText.Cut(text, longest) };
        style?.Invoke(run);
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }
}

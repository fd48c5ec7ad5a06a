using System.Text.Json.Nodes;
using Daybook.Outgoing;

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

    /// <summary>The whole body; pictures that would make it too large are left out, then texts are cut and rows left to the report, which is said.</summary>
    public byte[] ToBytes()
    {
        var room = Room.Full;
        var bare = ChannelJson.Of(Message(room, 0));
        while (bare.Length > MaximumBytes && room.Text > 100)
            bare = ChannelJson.Of(Message(room = room.Half(), 0));
        for (var pictures = message.Pictures.Length; pictures > 0; pictures--)
        {
            if (message.Pictures.Take(pictures).Sum(picture => (long)picture.Png.Length) < MaximumBytes && ChannelJson.Of(Message(room, pictures)) is { Length: <= MaximumBytes } whole)
                return whole;
        }

        return bare;
    }

    private JsonObject Message(Room room, int pictures) => new()
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
                ["body"] = new JsonArray([.. Body(room, pictures)]),
                ["actions"] = new JsonArray([.. Actions()]),
            },
        }),
    };

    private IEnumerable<JsonObject> Body(Room room, int pictures)
    {
        yield return Text(message.Subject, LongestSubject, run => (run["size"], run["weight"]) = ("Large", "Bolder"));
        yield return Text(MessageText.Footer(message.Report), LongestSubject, run => run["isSubtle"] = true);
        if (message.Text.Trim() is { Length: > 0 } text)
            yield return Text(text, room.Text);
        foreach (var figure in message.Report.Figures.Take(room.Rows))
            yield return Row(figure, room.Value);
        foreach (var failure in message.Report.Failures.Take(room.Rows))
            yield return Text("Failed: " + failure, room.Value, run => run["color"] = "Attention");
        if (MessageText.LeftOut(message.Report, room.Rows, room.Rows) is { } leftOut)
            yield return Text(leftOut, LongestSubject, run => run["isSubtle"] = true);
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

    private static JsonObject Row(HeadlineFigure figure, int longest) => new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "Small",
        ["columns"] = new JsonArray(Column(figure.Label, longest, run => run["isSubtle"] = true), Column(figure.Value, longest, run => run["weight"] = "Bolder")),
    };

    private static JsonObject Column(string text, int longest, Action<JsonObject> style) => new()
    {
        ["type"] = "Column",
        ["width"] = "stretch",
        ["items"] = new JsonArray(Text(text, longest, style)),
    };

    private static JsonObject Text(string text, int longest, Action<JsonObject>? style = null)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = ForeignText.Cut(text, longest) };
        style?.Invoke(run);
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    /// <summary>How much of a message is shown.</summary>
    private sealed record Room(int Text, int Value, int Rows)
    {
        public static Room Full { get; } = new(6_000, 500, 20);

        public Room Half() => new(Text / 2, Math.Max(Value / 2, 60), Math.Max(Rows / 2, 3));
    }
}

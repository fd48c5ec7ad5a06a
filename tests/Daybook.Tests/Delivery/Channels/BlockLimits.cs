using System.Text.Json;

namespace Daybook.Tests.Delivery.Channels;

/// <summary>The limits of Block Kit, as Slack documents them.</summary>
internal static class BlockLimits
{
    /// <returns>Slack's error; null for blocks that it takes.</returns>
    public static string? Problem(string json)
    {
        var blocks = JsonElement.Parse(json).EnumerateArray().ToList();
        return blocks.Count is 0 or > 50 || blocks.Any(block => !IsGood(block)) ? "invalid_blocks" : null;
    }

    private static bool IsGood(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "header" => IsPlain(block.GetProperty("text"), 150),
        "rich_text" => block.GetProperty("elements").EnumerateArray().All(section =>
            section.GetProperty("type").GetString() == "rich_text_section" && section.GetProperty("elements").EnumerateArray().All(IsElement)),
        "context" => block.GetProperty("elements").GetArrayLength() is > 0 and <= 10 && block.GetProperty("elements").EnumerateArray().All(text => IsPlain(text, 3000)),
        "actions" => block.GetProperty("elements").GetArrayLength() is > 0 and <= 25 && block.GetProperty("elements").EnumerateArray().All(IsButton),
        _ => false,
    };

    private static bool IsElement(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "text" => IsText(element.GetProperty("text"), 3000),
        "link" => IsText(element.GetProperty("text"), 3000) && Uri.TryCreate(element.GetProperty("url").GetString(), UriKind.Absolute, out var url) && url.Scheme == "https",
        _ => false,
    };

    private static bool IsButton(JsonElement button) =>
        button.GetProperty("type").GetString() == "button" && IsPlain(button.GetProperty("text"), 75) && button.GetProperty("url").GetString()!.Length <= 3000 && button.GetProperty("action_id").GetString()!.Length <= 255;

    private static bool IsPlain(JsonElement text, int longest) => text.GetProperty("type").GetString() == "plain_text" && IsText(text.GetProperty("text"), longest);

    private static bool IsText(JsonElement text, int longest) => text.GetString() is { Length: > 0 } found && found.Length <= longest && !char.IsHighSurrogate(found[^1]);
}

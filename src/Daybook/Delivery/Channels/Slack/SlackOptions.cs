using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Slack;

/// <summary>A workspace of Slack: by the token of an app, which also sends files and reaches people, or by incoming webhooks.</summary>
internal sealed class SlackOptions
{
    /// <summary>Token of a bot, <c>xoxb-…</c>; may be a reference. Empty where webhooks are used.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Addresses of incoming webhooks by the names that distributions call them; each may be a reference to a secret.</summary>
    public IDictionary<string, string> Webhooks { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the methods of Slack are, with a slash at its end.</summary>
    [Required, Url]
    public string ApiAddress { get; set; } = "https://slack.com/api/";

    /// <summary>The most that the files of one message may weigh together, in bytes.</summary>
    [Range(0, 1_000_000_000)]
    public long MaximumBytes { get; set; } = 100_000_000;

    /// <summary>Time for one call, in seconds.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 60;
}

using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Webhooks;

/// <summary>What programs elsewhere can be told.</summary>
internal sealed class WebhookEvent : IWord<WebhookEvent>
{
    /// <summary>A node began to make a report.</summary>
    public static readonly WebhookEvent GenerationStarted = new("report.generation.started");

    /// <summary>A report is made, whole or in part; sent beside <see cref="ReportCompleted"/>.</summary>
    public static readonly WebhookEvent GenerationCompleted = new("report.generation.completed");

    /// <summary>A report could not be made; sent beside <see cref="ReportFailed"/>.</summary>
    public static readonly WebhookEvent GenerationFailed = new("report.generation.failed");

    public static readonly WebhookEvent ReportCompleted = new("report.completed");

    public static readonly WebhookEvent ReportFailed = new("report.failed");

    /// <summary>An occurrence of a schedule passed without a report.</summary>
    public static readonly WebhookEvent ReportMissed = new("report.missed");

    /// <summary>A delivery was given up.</summary>
    public static readonly WebhookEvent DeliveryFailed = new("delivery.failed");

    /// <summary>Nobody can tell whether a message arrived, and somebody has to decide.</summary>
    public static readonly WebhookEvent DeliveryUnknown = new("delivery.unknown");

    /// <summary>A mail came back after a mail server had taken it.</summary>
    public static readonly WebhookEvent DeliveryBounced = new("delivery.bounced");

    /// <summary>Sent when somebody asks for it; nobody subscribes to it.</summary>
    public static readonly WebhookEvent Test = new("webhook.test");

    private WebhookEvent(string word) => Word = word;

    /// <summary>Those that can be subscribed to.</summary>
    public static ImmutableArray<WebhookEvent> All { get; } =
        [GenerationStarted, GenerationCompleted, GenerationFailed, ReportCompleted, ReportFailed, ReportMissed, DeliveryFailed, DeliveryUnknown, DeliveryBounced];

    public string Word { get; }

    public static WebhookEvent? Find(string word) => word == Test.Word ? Test : All.FirstOrDefault(known => known.Word == word);

    public override string ToString() => Word;
}

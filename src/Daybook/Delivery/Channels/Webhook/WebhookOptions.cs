using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Webhook;

/// <summary>Programs that take reports as JSON.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Addresses by the names that distributions call them; each may be a reference to a secret.</summary>
    public IDictionary<string, string> Webhooks { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Signs messages: <c>whsec_</c> and 24 to 64 bytes in base64; may be a reference.</summary>
    [Required]
    public string Secret { get; set; } = "";

    /// <summary>Signs as well while receivers change from one secret to the other; empty for none.</summary>
    public string PreviousSecret { get; set; } = "";

    /// <summary>The most that the artifacts in one message may weigh together, in bytes; larger ones are sent as links, and zero sends links only.</summary>
    [Range(0, 100_000_000)]
    public long MaximumBytes { get; set; } = 10_000_000;

    /// <summary>Time for one call, in seconds.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;
}

namespace Daybook.Webhooks;

/// <summary>How one try of a message came out.</summary>
/// <param name="Code">Null for a success.</param>
internal sealed record WebhookTry(WebhookMessageId MessageId, int Number, DateTimeOffset At, string? Code, string Sentence)
{
    /// <summary>For rows of the database.</summary>
    public WebhookTry()
        : this(default, 0, default, null, "")
    {
    }
}

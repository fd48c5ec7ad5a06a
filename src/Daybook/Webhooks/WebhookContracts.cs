using System.Collections.Immutable;

namespace Daybook.Webhooks;

internal sealed record NewWebhookRequest(string? Name, string? Url, ImmutableArray<string>? Events, bool? IsActive = null);

/// <summary>Fields that are not sent stay.</summary>
internal sealed record WebhookChange(string? Name = null, string? Url = null, ImmutableArray<string>? Events = null, bool? IsActive = null);

/// <param name="Host">All that is shown of the address, which is a secret.</param>
/// <param name="PreviousSecretUntil">Until when the secret before signs as well; null when there is none.</param>
internal sealed record WebhookContract(
    Guid Id, string Name, string Host, ImmutableArray<string> Events, bool IsActive, DateTimeOffset? PreviousSecretUntil, int Revision, string CreatedBy, DateTimeOffset CreatedAt)
{
    public static WebhookContract Of(Subscription subscription, IEnumerable<WebhookEvent> events) => new(
        subscription.Id.Value, subscription.Name, subscription.Host, [.. events.Select(known => known.Word)], subscription.IsActive, subscription.PreviousUntil, subscription.Revision, subscription.CreatedBy,
        subscription.CreatedAt);
}

/// <param name="Secret">Shown this once.</param>
internal sealed record NewWebhookContract(WebhookContract Webhook, string Secret);

internal sealed record WebhookTryContract(int Number, DateTimeOffset At, string? Code, string Sentence);

/// <param name="NextAttemptAt">Null for one that is done.</param>
internal sealed record WebhookMessageContract(Guid Id, string Event, DateTimeOffset OccurredAt, string State, DateTimeOffset? NextAttemptAt, ImmutableArray<WebhookTryContract> Tries)
{
    public static WebhookMessageContract Of(WebhookMessage message, IEnumerable<WebhookTry> tries) => new(
        message.Id.Value,
        message.Event.Word,
        message.OccurredAt,
        message.State.Word,
        message.State == MessageState.Planned ? message.NextAttemptAt : null,
        [.. tries.Select(one => new WebhookTryContract(one.Number, one.At, one.Code, one.Sentence))]);
}

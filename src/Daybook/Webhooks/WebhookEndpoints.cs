using System.Collections.Immutable;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Delivery.Channels;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Webhooks;

/// <summary>Looking after those who are told of events.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").For(Role.Admin).WithTags("Webhooks");
        webhooks.MapGet("", ListAsync).WithSummary("All webhooks, by name").Refuses(ProblemType.InvalidRequest);
        webhooks.MapPost("", AddAsync).WithSummary("Subscribes an address to events; the secret that signs is shown once").Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        webhooks.MapGet("/{webhookId:guid}", GetAsync).WithSummary("One webhook").Refuses(ProblemType.NotFound);
        webhooks.MapPut("/{webhookId:guid}", UpdateAsync).WithSummary("Changes the fields that are sent")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.AlreadyExists, ProblemType.StaleEdit);
        webhooks.MapDelete("/{webhookId:guid}", RemoveAsync).WithSummary("Removes a webhook and its messages").Refuses(ProblemType.NotFound, ProblemType.StaleEdit);
        webhooks.MapPost("/{webhookId:guid}/secret", RotateAsync).WithSummary("A new secret; the one before signs as well for a while").Refuses(ProblemType.NotFound);
        webhooks.MapPost("/{webhookId:guid}/test", TestAsync).WithSummary("Sends a test at once, and says how it came out").Refuses(ProblemType.NotFound);
        webhooks.MapGet("/{webhookId:guid}/messages", MessagesAsync).WithSummary("Its messages with every try, newest first").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        webhooks.MapPost("/{webhookId:guid}/messages/{messageId:guid}/resend", ResendAsync).WithSummary("Sends a message that is done once more").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);
    }

    private static async Task<Ok<IReadOnlyList<WebhookContract>>> ListAsync(HttpContext context, Database database, SubscriptionStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, page.After ?? "", page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => found[page.Limit - 1].Name);
        var webhooks = new List<WebhookContract>();
        foreach (var subscription in found.Take(page.Limit))
            webhooks.Add(WebhookContract.Of(subscription, await store.EventsAsync(session, subscription.Id, cancellationToken).ConfigureAwait(false)));
        return TypedResults.Ok<IReadOnlyList<WebhookContract>>(webhooks);
    }

    private static async Task<Created<NewWebhookContract>> AddAsync(NewWebhookRequest request, Caller caller, Database database, SubscriptionStore store, Subscriptions subscriptions, CancellationToken cancellationToken)
    {
        var (added, secret) = await subscriptions.AddAsync(caller, request, cancellationToken).ConfigureAwait(false);
        return TypedResults.Created((string?)null, new NewWebhookContract(await ContractAsync(database, store, added, cancellationToken).ConfigureAwait(false), secret));
    }

    private static async Task<Ok<WebhookContract>> GetAsync(Guid webhookId, HttpContext context, Database database, SubscriptionStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var subscription = await store.FindAsync(session, new SubscriptionId(webhookId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Webhook");
        EntityTag.Set(context, subscription.Revision);
        return TypedResults.Ok(WebhookContract.Of(subscription, await store.EventsAsync(session, subscription.Id, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<WebhookContract>> UpdateAsync(
        Guid webhookId, WebhookChange change, Caller caller, HttpContext context, Database database, SubscriptionStore store, Subscriptions subscriptions, CancellationToken cancellationToken)
    {
        var changed = await subscriptions.UpdateAsync(caller, new SubscriptionId(webhookId), change, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, changed.Revision);
        return TypedResults.Ok(await ContractAsync(database, store, changed, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<Ok<MessageContract>> RemoveAsync(Guid webhookId, HttpContext context, Caller caller, Subscriptions subscriptions, CancellationToken cancellationToken)
    {
        await subscriptions.RemoveAsync(caller, new SubscriptionId(webhookId), EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Webhook removed"));
    }

    private static async Task<Ok<NewWebhookContract>> RotateAsync(Guid webhookId, Caller caller, Database database, SubscriptionStore store, Subscriptions subscriptions, CancellationToken cancellationToken)
    {
        var (changed, secret) = await subscriptions.RotateAsync(caller, new SubscriptionId(webhookId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new NewWebhookContract(await ContractAsync(database, store, changed, cancellationToken).ConfigureAwait(false), secret));
    }

    private static async Task<Ok<ChannelTestContract>> TestAsync(Guid webhookId, Caller caller, Subscriptions subscriptions, CancellationToken cancellationToken) =>
        TypedResults.Ok(OutcomeContract.Of(await subscriptions.TestAsync(caller, new SubscriptionId(webhookId), cancellationToken).ConfigureAwait(false)));

    private static async Task<Ok<IReadOnlyList<WebhookMessageContract>>> MessagesAsync(
        Guid webhookId, HttpContext context, Database database, SubscriptionStore store, WebhookMessageStore messages, string? state, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var check = new RequestCheck();
        check.Refuse(state is not null && MessageState.Find(state) is null, "state", $"must be one of {string.Join(", ", MessageState.All)}");
        check.ThrowIfRefused();
        var (beforeAt, beforeId) = After(page);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (await store.FindAsync(session, new SubscriptionId(webhookId), cancellationToken).ConfigureAwait(false) is null)
            throw ProblemException.NotFound("Webhook");
        var found = await messages.ListAsync(session, new SubscriptionId(webhookId), state is null ? null : MessageState.Find(state), beforeAt, beforeId, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].OccurredAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}\n{found[page.Limit - 1].Id}");
        var shown = found.Take(page.Limit).ToImmutableArray();
        var tries = shown.IsEmpty ? [] : await messages.TriesAsync(session, shown.Select(message => message.Id), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<WebhookMessageContract>>([.. shown.Select(message => WebhookMessageContract.Of(message, tries.Where(one => one.MessageId == message.Id)))]);
    }

    private static async Task<Ok<MessageContract>> ResendAsync(
        Guid webhookId, Guid messageId, Caller caller, Database database, WebhookMessageStore messages, Audit.AuditLog audit, WebhookSignals signals, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var message = await messages.FindAsync(session, new WebhookMessageId(messageId), cancellationToken).ConfigureAwait(false);
        if (message is null || message.SubscriptionId.Value != webhookId)
            throw ProblemException.NotFound("Message");
        if (!await messages.SendAgainAsync(session, message.Id, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.NotPossibleNow, $"The message is {message.State} and is sent anyway.");
        await audit.AppendAsync(session, caller, "webhook.resent", messageId.ToString("D"), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return TypedResults.Ok(new MessageContract("Message planned"));
    }

    private static async Task<WebhookContract> ContractAsync(Database database, SubscriptionStore store, Subscription subscription, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return WebhookContract.Of(subscription, await store.EventsAsync(session, subscription.Id, cancellationToken).ConfigureAwait(false));
    }

    private static (DateTimeOffset At, WebhookMessageId Id) After(Page page)
    {
        if (page.Keys(2) is not { } keys)
            return (DateTimeOffset.MaxValue, default);
        return long.TryParse(keys[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParse(keys[1], out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), new WebhookMessageId(id))
            : throw Page.WrongCursor();
    }
}

using System.Globalization;
using Daybook.Delivery.Channels;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Webhooks;

/// <summary>Sends what the outbox holds, each message at least once. A claim outlasts a try; when a node dies, another takes its messages.</summary>
internal sealed partial class WebhookWorker(
    Database database, WebhookMessageStore messages, MessageSending sending, WebhookSignals signals, IOptions<WebhooksOptions> options, TimeProvider clock, WorkLoop loop,
    ILogger<WebhookWorker> log) : BackgroundService
{
    private const int AtOnce = 8;

    /// <summary>More than the longest try.</summary>
    private const int LeaseSeconds = 120;

    /// <summary>How often a node looks for what others wrote.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    private readonly string _node = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
    private DateTimeOffset _cleaned;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.RunAsync("webhooks", TimeSpan.FromSeconds(LeaseSeconds), TurnAsync, stoppingToken);

    private async Task<Rest> TurnAsync(CancellationToken stoppingToken)
    {
        var written = signals.Next;
        return await WorkAsync(stoppingToken).ConfigureAwait(false) ? Rest.None : new Rest(Idle, [written]);
    }

    /// <returns>Whether there was anything to send.</returns>
    private async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        var taken = await WriteAsync(session => messages.ClaimAsync(session, _node, LeaseSeconds, AtOnce, clock.Now(), stoppingToken)).ConfigureAwait(false);
        await Task.WhenAll(taken.Select(message => SendAsync(message, stoppingToken))).ConfigureAwait(false);
        if (clock.Now() - _cleaned > BetweenCleanings)
        {
            await WriteAsync(session => messages.ForgetAsync(session, clock.Now().AddDays(-options.Value.KeepDays), stoppingToken)).ConfigureAwait(false);
            _cleaned = clock.Now();
        }

        return !taken.IsEmpty;
    }

    private async Task SendAsync(WebhookMessage message, CancellationToken stoppingToken)
    {
        try
        {
            await FinishAsync(message, await sending.TryAsync(message, stoppingToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteAsync(async session =>
            {
                await messages.ReleaseAsync(session, message, CancellationToken.None).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
    }

    private async Task FinishAsync(WebhookMessage message, DeliveryOutcome outcome)
    {
        var (state, code, sentence, next) = sending.Verdict(message, outcome);
        if (await WriteAsync(session => messages.FinishAsync(session, message, state, code, sentence, next, clock.Now(), CancellationToken.None)).ConfigureAwait(false) && state == MessageState.Failed)
            Failed(message.Id, message.SubscriptionId, code);
    }

    private async Task<T> WriteAsync<T>(Func<Session, Task<T>> write)
    {
        await using var session = await database.BeginAsync(CancellationToken.None).ConfigureAwait(false);
        var result = await write(session).ConfigureAwait(false);
        await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    [LoggerMessage(81, LogLevel.Warning, "Message {Message} to webhook {Subscription} failed: {Code}")]
    private partial void Failed(WebhookMessageId message, SubscriptionId subscription, string? code);
}

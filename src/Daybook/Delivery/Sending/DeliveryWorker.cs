using System.Collections.Concurrent;
using Daybook.Delivery.Channels;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Sending;

/// <summary>Sends what falls due, a few messages at once on each channel, and brings back what other nodes left behind.</summary>
internal sealed partial class DeliveryWorker(
    DeliveryClaims claims, DeliverySending sending, SentReports reports, ChannelRegistry channels, DeliverySignals signals, WorkLoop loop, IOptions<DeliveryOptions> options, TimeProvider clock, ILogger<DeliveryWorker> log) : BackgroundService
{
    /// <summary>How often a node looks for what others planned.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, ChannelLane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Rings when a message is done, so that the next can be taken.</summary>
    private readonly DeliverySignals _done = new();

    private int _inHand;

    public override void Dispose()
    {
        foreach (var lane in _lanes.Values)
            lane.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ended = new CancellationTokenSource();
        var holding = loop.RunAsync("held deliveries", TimeSpan.Zero, HoldAsync, ended.Token);
        await loop.RunAsync("deliveries", TimeSpan.Zero, TurnAsync, stoppingToken).ConfigureAwait(false);
        while (Volatile.Read(ref _inHand) > 0)
        {
            var done = _done.Next;
            if (Volatile.Read(ref _inHand) > 0)
                await ChangeSignal.WaitAsync(done, Idle, CancellationToken.None).ConfigureAwait(false);
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await holding.ConfigureAwait(false);
    }

    private async Task<Rest> TurnAsync(CancellationToken stoppingToken)
    {
        var (planned, done) = (signals.Next, _done.Next);
        return new Rest(await LookAsync(stoppingToken).ConfigureAwait(false), [planned, done]);
    }

    /// <summary>Takes what there is room for.</summary>
    /// <returns>How long nothing is to be expected.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken stoppingToken)
    {
        var (waiting, next) = await claims.LookAsync(stoppingToken).ConfigureAwait(false);
        foreach (var name in waiting)
            await TakeAsync(name, stoppingToken).ConfigureAwait(false);
        if (waiting.IsEmpty && Volatile.Read(ref _inHand) == 0)
            reports.Clear();
        return waiting.IsEmpty && next - clock.Now() is { } left && left < Idle ? left : Idle;
    }

    private async Task TakeAsync(string name, CancellationToken stoppingToken)
    {
        var channel = channels.Find(name);
        var lane = _lanes.GetOrAdd(name, _ => new ChannelLane(options.Value.Concurrency));
        if (lane.Room is var room && (room == 0 || lane.PausedUntil > clock.Now()))
            return;
        var taken = await claims.TakeAsync(name, channel, room, stoppingToken).ConfigureAwait(false);
        lane.Add(taken.Length);
        Interlocked.Add(ref _inHand, taken.Length);
        foreach (var delivery in taken)
            _ = Task.Run(() => SendAsync(delivery, channel, lane, stoppingToken), CancellationToken.None);
    }

    private async Task SendAsync(StoredDelivery delivery, IDeliveryChannel? channel, ChannelLane lane, CancellationToken stoppingToken)
    {
        await lane.Slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        using var span = Road.Begin(Road.Deliver).Note("delivery.id", delivery.Id.ToString()).Note("channel", delivery.Channel);
        try
        {
            if (!stoppingToken.IsCancellationRequested && await sending.TryAsync(delivery, channel, stoppingToken).ConfigureAwait(false) is { } result)
            {
                await FinishAsync(delivery, channel, result, lane).ConfigureAwait(false);
                if (result.Step != DeliveryStep.Accept)
                    span.Fail(result.Code ?? "failed");
            }
            else
                await claims.GiveBackAsync(delivery, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ClaimLostException)
        {
            Lost(delivery.Id);
        }
#pragma warning disable CA1031 // One delivery must not end the others; its lease brings it back.
        catch (Exception failure)
        {
            span.Fail(failure.GetType().Name);
            Defect(failure, delivery.Id);
        }
#pragma warning restore CA1031
        finally
        {
            lane.Slots.Release();
            lane.Done();
            if (Interlocked.Decrement(ref _inHand) == 0 || lane.Room > 0)
                _done.Changed();
        }
    }

    private async Task FinishAsync(StoredDelivery delivery, IDeliveryChannel? channel, DeliveryResult result, ChannelLane lane)
    {
        if (!await claims.FinishAsync(delivery, result, CancellationToken.None).ConfigureAwait(false))
            Lost(delivery.Id);
        else if (result.Step == DeliveryStep.GiveUp)
            Failed(delivery.Id, delivery.Channel, result.Code);
        else if (result.Step == DeliveryStep.Lose)
            Unclear(delivery.Id, delivery.Channel, result.Code);
        if (result.Step == DeliveryStep.Defer && result.Code == ChannelCodes.RateLimited && channel is { Traits.IsOneSide: true } && result.NextAttemptAt > lane.PausedUntil)
            lane.PausedUntil = result.NextAttemptAt.Value;
        signals.Changed();
    }

    /// <summary>Holds what this node has in hand, and brings back what others left.</summary>
    private async Task<Rest> HoldAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _inHand) > 0)
            await claims.RenewAsync(cancellationToken).ConfigureAwait(false);
        var (back, unknown) = await claims.RecoverAsync(cancellationToken).ConfigureAwait(false);
        if (back + unknown > 0)
        {
            Recovered(back, unknown);
            Road.TakenOver("delivery", back + unknown);
            signals.Changed();
        }

        return new Rest(TimeSpan.FromSeconds(options.Value.LeaseSeconds / 3.0), []);
    }

    [LoggerMessage(61, LogLevel.Warning, "Delivery {Delivery} over {Channel} failed: {Code}")]
    private partial void Failed(DeliveryId delivery, string channel, string? code);

    [LoggerMessage(62, LogLevel.Warning, "Delivery {Delivery} over {Channel} is unknown: {Code}")]
    private partial void Unclear(DeliveryId delivery, string channel, string? code);

    [LoggerMessage(63, LogLevel.Warning, "Delivery {Delivery} was taken over by another node")]
    private partial void Lost(DeliveryId delivery);

    [LoggerMessage(64, LogLevel.Error, "Sending delivery {Delivery} failed")]
    private partial void Defect(Exception failure, DeliveryId delivery);

    [LoggerMessage(66, LogLevel.Warning, "Of nodes that fell silent, {Back} deliveries are sent again and {Unknown} are unknown")]
    private partial void Recovered(int back, int unknown);
}

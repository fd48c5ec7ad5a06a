using System.Collections.Immutable;
using Daybook.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.Server;

/// <summary>A worker that ended with an error would end the server.</summary>
public sealed class WorkLoopTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _stop.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-TimeSpan.TicksPerMillisecond)]
    [InlineData(-TimeSpan.TicksPerDay)]
    [InlineData(long.MinValue)]
    public async Task What_fell_due_during_the_turn_is_looked_at_at_once(long ticks)
    {
        var (running, turns) = Start(turn => new Rest(TimeSpan.FromTicks(ticks), []));
        await turns.ReachAsync(3);
        await StopAsync(running);
    }

    [Fact]
    public async Task A_rest_longer_than_any_timer_takes_ends_at_a_change()
    {
        var change = new Change();
        var (running, turns) = Start(turn => new Rest(TimeSpan.MaxValue, [change.Next]));
        for (var turn = 1; turn < 4; turn++)
        {
            await turns.ReachAsync(turn);
            change.Changed();
        }

        await turns.ReachAsync(4);
        await StopAsync(running);
    }

    [Fact]
    public async Task A_rest_ends_when_its_time_is_over()
    {
        var (running, turns) = Start(turn => new Rest(TimeSpan.FromSeconds(15), [new TaskCompletionSource().Task]));
        await PassAsync(turns.ReachAsync(3), TimeSpan.FromSeconds(15));
        await StopAsync(running);
    }

    public static TheoryData<Exception> Failures =>
    [
        new InvalidOperationException("a defect"), new ObjectDisposedException("connection"), new TimeoutException("the database"),
        new OperationCanceledException("of another token"), new TaskCanceledException("a request took too long"), new ArgumentOutOfRangeException("delay"),
    ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_turn_that_goes_wrong_is_followed_by_another(Exception failure)
    {
        var (running, turns) = Start(turn => turn < 3 ? throw failure : new Rest(TimeSpan.MaxValue, []));
        await PassAsync(turns.ReachAsync(3), WorkLoop.AfterFailure);
        await StopAsync(running);
    }

    [Fact]
    public async Task A_failure_while_the_server_stops_ends_the_loop_without_an_error()
    {
        var entered = new TaskCompletionSource();
        var running = Loop(TimeSpan.FromMinutes(1)).RunAsync("worker", TimeSpan.Zero, async cancellationToken =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new ObjectDisposedException("connection");
        }, _stop.Token);
        await entered.Task.WaitAsync(Cancel);
        await StopAsync(running);
    }

    [Fact]
    public async Task A_worker_is_silent_when_its_turn_takes_longer_than_it_may()
    {
        var pulses = new WorkerPulses(TimeSpan.Zero);
        var loop = new WorkLoop(pulses, _clock, NullLogger<WorkLoop>.Instance);
        await Task.WhenAll(StuckAsync("quick", TimeSpan.Zero), StuckAsync("slow", TimeSpan.FromHours(1)));
        while (pulses.Silent().Count == 0)
            await Task.Delay(1, Cancel);
        Assert.Equal(["quick"], pulses.Silent());

        async Task StuckAsync(string worker, TimeSpan turnAtMost)
        {
            var entered = new TaskCompletionSource();
            _ = loop.RunAsync(worker, turnAtMost, async _ =>
            {
                entered.TrySetResult();
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return Rest.None;
            }, _stop.Token);
            await entered.Task.WaitAsync(Cancel);
        }
    }

    [Fact]
    public void Every_service_in_the_background_goes_round_in_it()
    {
        var services = typeof(DaybookServer).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IHostedService)) && !type.IsAbstract).ToImmutableArray();
        Assert.True(services.Length >= 8);
        Assert.Empty(services.Where(type => !type.GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(WorkLoop))));
    }

    private WorkLoop Loop(TimeSpan longestSilence) => new(new WorkerPulses(longestSilence), _clock, NullLogger<WorkLoop>.Instance);

    private (Task Running, Turns Turns) Start(Func<int, Rest> turn)
    {
        var turns = new Turns();
        return (Loop(TimeSpan.FromMinutes(1)).RunAsync("worker", TimeSpan.Zero, _ => Task.FromResult(turns.Take(turn)), _stop.Token), turns);
    }

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await running.WaitAsync(Cancel);
    }

    /// <summary>Time passes until it is reached.</summary>
    private async Task PassAsync(Task reached, TimeSpan step)
    {
        while (!reached.IsCompleted)
        {
            _clock.Advance(step);
            await Task.Delay(1, Cancel);
        }

        await reached;
    }

    private sealed class Change : ChangeSignal;

    private sealed class Turns
    {
        private int _count;

        /// <summary>A turn counts when it is clear what its rest waits for: a change between the two would be heard by nobody.</summary>
        /// <param name="turn">Takes its number, from 1.</param>
        public Rest Take(Func<int, Rest> turn)
        {
            try
            {
                return turn(Volatile.Read(ref _count) + 1);
            }
            finally
            {
                Interlocked.Increment(ref _count);
            }
        }

        public async Task ReachAsync(int count)
        {
            while (Volatile.Read(ref _count) < count)
                await Task.Delay(1, Cancel);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;

namespace Daybook.Tests;

/// <summary>
/// A test that never ends would hold up the whole run and name nobody. When a test takes longer than <see cref="Longest"/>, or nothing happens for so long,
/// the run is ended and says which tests were at work.
/// </summary>
internal sealed class StuckTests : IDataConsumer
{
    private static readonly TimeSpan Longest = LongRun.IsOn ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(8);

    private readonly ConcurrentDictionary<string, (string Name, Stopwatch Since)> _running = [];
    private volatile Stopwatch _last = Stopwatch.StartNew();

    private StuckTests() => new Thread(Watch) { IsBackground = true, Name = nameof(StuckTests) }.Start();

    public string Uid => nameof(StuckTests);

    public string Version => "1";

    public string DisplayName => "Stuck tests";

    public string Description => "Ends a run in which a test does not end.";

    public Type[] DataTypesConsumed => [typeof(TestNodeUpdateMessage)];

    /// <summary>Called by the test platform's generated entry point.</summary>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] _) => builder.TestHost.AddDataConsumer(_ => new StuckTests());

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task ConsumeAsync(IDataProducer dataProducer, IData value, CancellationToken cancellationToken)
    {
        _last = Stopwatch.StartNew();
        var test = ((TestNodeUpdateMessage)value).TestNode;
        if (test.Properties.SingleOrDefault<TestNodeStateProperty>() is InProgressTestNodeStateProperty)
            _running.TryAdd(test.Uid.Value, (test.DisplayName, Stopwatch.StartNew()));
        else
            _running.TryRemove(test.Uid.Value, out var _);
        return Task.CompletedTask;
    }

    /// <summary>On a thread of its own: the pool may be what is stuck.</summary>
    private void Watch()
    {
        while (_last.Elapsed < Longest && _running.Values.All(test => test.Since.Elapsed < Longest))
            Thread.CurrentThread.Join(TimeSpan.FromSeconds(1));
        var lines = _running.Values.OrderByDescending(test => test.Since.Elapsed).Select(test => $"  {test.Name}, at work for {test.Since.Elapsed.TotalSeconds:0} s");
        Console.Error.WriteLine($"The run is ended: something takes longer than {Longest.TotalMinutes:0} minutes. Not at their end: {Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        Console.Error.Flush();
        Process.GetCurrentProcess().Kill();
    }
}

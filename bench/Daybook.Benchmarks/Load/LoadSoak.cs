using System.Diagnostics;
using System.Globalization;

namespace Daybook.Benchmarks.Load;

/// <summary>What hours of planned load bring, in as little time as it takes: reads and reports in even proportion, and what the server's memory does meanwhile.</summary>
internal sealed class LoadSoak(LoadOptions options, LoadSite site, byte[][] requests)
{
    /// <summary>100 a second.</summary>
    private const int ReadsAnHour = 360_000;

    /// <summary>One a second, each as HTML and PDF.</summary>
    private const int ReportsAnHour = 3_600;

    private const int Readers = 16;
    private const int Makers = 4;

    /// <summary>Memory that grows by less than this share of itself in the last two thirds is flat.</summary>
    private const double Flat = 0.03;

    private readonly int _reads = (int)(options.SoakHours * ReadsAnHour);
    private readonly int _reports = (int)(options.SoakHours * ReportsAnHour);
    private int _readsDone;
    private int _reportsDone;
    private int _refused;

    public async Task RunAsync()
    {
        Console.WriteLine("\n| s | resident MB | reads | reports |\n|---:|---:|---:|---:|");
        var (started, samples) = (Stopwatch.GetTimestamp(), new List<(double Seconds, double Megabytes)>());
        var work = Task.WhenAll([.. Enumerable.Range(0, Readers).Select(number => Task.Run(() => ReadAsync(number))), .. Enumerable.Range(0, Makers).Select(_ => Task.Run(MakeAsync))]);
        var pause = TimeSpan.FromSeconds(options.SoakHours < 0.5 ? 1 : 10);
        while (await Task.WhenAny(work, Task.Delay(pause)).ConfigureAwait(false) != work)
        {
            var (seconds, megabytes) = (Stopwatch.GetElapsedTime(started).TotalSeconds, ServerProcess.Resident(options.Pid));
            samples.Add((seconds, megabytes));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {seconds:0} | {megabytes:0.0} | {_readsDone:N0} | {_reportsDone:N0} |"));
        }

        await work.ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n{options.SoakHours:0.##} hours of planned load in {took:0} s: {_readsDone:N0} reads, {_refused} refused; {_reportsDone:N0} reports (HTML and PDF), all completed.\n{Verdict(samples)}"));
    }

    private async Task ReadAsync(int number)
    {
        using var connection = new LoadConnection();
        await connection.ConnectAsync(options.Address, CancellationToken.None).ConfigureAwait(false);
        for (var turn = number; Interlocked.Increment(ref _readsDone) <= _reads; turn++)
        {
            while (Share(_readsDone, _reads) > Share(_reportsDone, _reports) + 0.02)
                await Task.Delay(5).ConfigureAwait(false);
            if (await connection.SendAsync(requests[turn % requests.Length], CancellationToken.None).ConfigureAwait(false) != 200)
                Interlocked.Increment(ref _refused);
        }

        Interlocked.Decrement(ref _readsDone);
    }

    private async Task MakeAsync()
    {
        for (var number = Interlocked.Increment(ref _reportsDone); number <= _reports; number = Interlocked.Increment(ref _reportsDone))
        {
            while (Share(number, _reports) > Share(_readsDone, _reads) + 0.02)
                await Task.Delay(5).ConfigureAwait(false);
            await site.FinishAsync(await site.OrderAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        }

        Interlocked.Decrement(ref _reportsDone);
    }

    private static double Share(int done, int all) => (double)done / all;

    /// <summary>The straight line through the samples of the last two thirds, by least squares; the first third is what a program needs to warm up.</summary>
    private static string Verdict(List<(double Seconds, double Megabytes)> all)
    {
        var samples = all.Skip(all.Count / 3).ToArray();
        if (samples.Length < 4)
            return "Too few samples to say whether memory grows.";
        var (at, mean) = (samples.Average(sample => sample.Seconds), samples.Average(sample => sample.Megabytes));
        var slope = samples.Sum(sample => (sample.Seconds - at) * (sample.Megabytes - mean)) / samples.Sum(sample => (sample.Seconds - at) * (sample.Seconds - at));
        var growth = slope * (samples[^1].Seconds - samples[0].Seconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Resident memory in the last two thirds: {samples.Min(sample => sample.Megabytes):0}-{samples.Max(sample => sample.Megabytes):0} MB, mean {mean:0}, line {growth:+0.0;-0.0} MB over {samples[^1].Seconds - samples[0].Seconds:0} s: {(growth <= Flat * mean ? "flat" : "GROWING")}.");
    }
}

using System.Globalization;

namespace Daybook.Benchmarks.Load;

/// <summary>What reads and generations cost the server while its archive grows from one size to the next.</summary>
internal sealed class LoadGrowth(LoadOptions options, LoadSite site, byte[][] mixed)
{
    /// <summary>Ordered at once: more would only wait.</summary>
    private const int Together = 200;

    private const int Measured = 100;

    private int _reports;

    /// <param name="sizes">Rising numbers of reports.</param>
    /// <param name="made">How many there are already.</param>
    public async Task RunAsync(IEnumerable<int> sizes, int made)
    {
        _reports = made;
        Console.WriteLine("\n| reports | `GET /reports?limit=20` a second | p99 ms | server CPU µs each | all reads in turn a second | p99 ms | server CPU µs each | server CPU ms a report made |\n|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var size in sizes)
        {
            while (_reports < size - Measured)
                await MakeAsync(Math.Min(Together, size - Measured - _reports)).ConfigureAwait(false);
            var before = ServerProcess.Processor(options.Pid);
            await MakeAsync(Measured).ConfigureAwait(false);
            var each = (ServerProcess.Processor(options.Pid) - before) * 1000 / Measured;
            var list = await ReadAsync([site.Get(LoadSite.Api + "/reports?limit=20")]).ConfigureAwait(false);
            var all = await ReadAsync(mixed).ConfigureAwait(false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {_reports:N0} | {Cells(list)} | {Cells(all)} | {each:0.0} |"));
        }
    }

    private async Task MakeAsync(int number)
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, number).Select(_ => site.OrderAsync(CancellationToken.None))).ConfigureAwait(false);
        foreach (var id in ids)
            await site.FinishAsync(id).ConfigureAwait(false);
        _reports += number;
    }

    private Task<LoadFigures> ReadAsync(byte[][] requests) => LoadRun.ReadAsync(options, "", requests, options.Seconds);

    private static string Cells(LoadFigures figures) => string.Create(
        CultureInfo.InvariantCulture, $"{figures.PerSecond:N0} | {figures.Milliseconds(0.99):0.0} | {figures.ProcessorSeconds * 1e6 / Math.Max(1, figures.Times.Length):0}");
}

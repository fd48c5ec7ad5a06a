using System.Diagnostics;
using System.Globalization;

namespace Daybook.Benchmarks.Load;

/// <summary>Load on a running server: reads alone, reads while many reports are made, and, if asked, the load of hours, which shows whether memory grows.</summary>
internal static class LoadRun
{
    public static async Task<int> RunAsync(LoadOptions options)
    {
        using var site = await LoadSite.PrepareAsync(options, CancellationToken.None).ConfigureAwait(false);
        var report = await site.OrderAsync(CancellationToken.None).ConfigureAwait(false);
        await site.FinishAsync(report).ConfigureAwait(false);
        (string Name, string Path)[] routes =
        [
            ("`GET /me`", "/me"), ("`GET /templates`", "/templates"), ("`GET /templates/{id}`", $"/templates/{site.Template}"), ("`GET /reports?limit=20`", "/reports?limit=20"),
            ("`GET /reports/{id}`", $"/reports/{report}"), ("`GET /reports/{id}/status`", $"/reports/{report}/status"),
        ];
        var mixed = routes.Select(route => site.Get(LoadSite.Api + route.Path)).ToArray();
        await ReadAsync(options, "warm up", mixed, 3).ConfigureAwait(false);
        Print("| reads | per second | p50 ms | p99 ms | worst ms | refused | server CPU µs each |\n|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, path) in routes)
            Print(await ReadAsync(options, name, [site.Get(LoadSite.Api + path)], options.Seconds).ConfigureAwait(false));
        Print(await ReadAsync(options, "all of them in turn", mixed, options.Seconds).ConfigureAwait(false));
        if (options.Generations > 0)
            await GenerateAsync(options, site, mixed).ConfigureAwait(false);
        if (!options.Sizes.IsEmpty)
            await new LoadGrowth(options, site, mixed).RunAsync(options.Sizes, made: 1 + options.Generations).ConfigureAwait(false);
        if (options.SoakHours > 0)
            await new LoadSoak(options, site, mixed).RunAsync().ConfigureAwait(false);
        return 0;
    }

    public static async Task<LoadFigures> ReadAsync(LoadOptions options, string name, byte[][] requests, int seconds)
    {
        using var until = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var before = ServerProcess.Processor(options.Pid);
        var figures = await LoadReading.RunAsync(name, options.Address, requests, options.Connections, TimeSpan.Zero, until.Token).ConfigureAwait(false);
        return figures with { ProcessorSeconds = ServerProcess.Processor(options.Pid) - before };
    }

    /// <summary>All reports are ordered at once; reads go on until the last is made.</summary>
    private static async Task GenerateAsync(LoadOptions options, LoadSite site, byte[][] mixed)
    {
        using var made = new CancellationTokenSource();
        // People who look at reports meanwhile, not another test of how fast reads can be.
        var reading = LoadReading.RunAsync($"the same, by 8 readers, while {options.Generations} reports are made", options.Address, mixed, 8, TimeSpan.FromMilliseconds(20), made.Token);
        var started = Stopwatch.GetTimestamp();
        var ids = await Task.WhenAll(Enumerable.Range(0, options.Generations).Select(_ => site.OrderAsync(CancellationToken.None))).ConfigureAwait(false);
        var ordered = Stopwatch.GetElapsedTime(started);
        foreach (var id in ids)
            await site.FinishAsync(id).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(started);
        await made.CancelAsync().ConfigureAwait(false);
        Print(await reading.ConfigureAwait(false));
        Print(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{options.Generations} reports (HTML and PDF) ordered in {ordered.TotalSeconds:0.0} s, all made after {took.TotalSeconds:0.0} s, {options.Generations / took.TotalSeconds:0} a second; resident memory {ServerProcess.Resident(options.Pid):0} MB."));
    }

    private static void Print(object line) => Console.WriteLine(line);
}

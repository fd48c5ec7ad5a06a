using System.Diagnostics;
using System.Globalization;
using Daybook.RedTeam;
using NodaTime;

namespace Daybook.Benchmarks;

/// <summary>
/// <c>garak-generate FILE BYTES</c> writes an invented log; <c>garak-read FILE [RUNS]</c> reads it in this process and prints megabytes a second,
/// the peak of the resident memory, and what stays on the heap when the reading is over.
/// </summary>
internal static class GarakReading
{
    public static async Task<int> RunAsync(string path, int runs)
    {
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var log = (await GarakInspection.ReadAsync(path, DateTimeZone.Utc, GarakLimits.AnySize, null, CancellationToken.None)).Log
                ?? throw new InvalidOperationException($"'{path}' is no garak log.");
            var seconds = watch.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"mb":{{log.Bytes / 1e6:F1}},"lines":{{log.Lines}},"seconds":{{seconds:F2}},"mb_per_s":{{log.Bytes / 1e6 / seconds:F0}},"peak_rss_mb":{{process.PeakWorkingSet64 / 1e6:F0}},"heap_mb":{{GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1}},"allocated_mb":{{GC.GetTotalAllocatedBytes() / 1e6:F0}}}"""));
        }

        return 0;
    }

    public static async Task<int> GenerateAsync(string path, long bytes)
    {
        await using var file = File.Create(path);
        await SampleLogs.WriteLargeAsync(file, new DateOnly(2026, 5, 4), bytes, CancellationToken.None);
        return 0;
    }
}

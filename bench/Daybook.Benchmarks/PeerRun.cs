using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Benchmarks;

/// <summary>
/// <c>WORKLOAD.json OUT --runs N --warmup N</c>: loads the workload, makes the output N times in this process, writes it and prints one JSON
/// line <c>{"first_ms":…,"runs_ms":[…],"rss_mb":…}</c>. With one run, the whole process is the cold measurement.
/// </summary>
internal static class PeerRun
{
    public static int Measure(string[] args, Func<JsonElement, Func<byte[]>> prepare)
    {
        if (args is not [var workload, var output, .. var options])
        {
            Console.Error.WriteLine("usage: WORKLOAD.json OUT [--runs N] [--warmup N]");
            return 2;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(workload));
        var make = prepare(json.RootElement);
        var warmup = Number(options, "--warmup", 0);
        var times = new double[warmup + Number(options, "--runs", 1)];
        byte[] made = [];
        for (var i = 0; i < times.Length; i++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            made = make();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        File.WriteAllBytes(output, made);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"first_ms\":{times[0]:0.00},\"runs_ms\":[{string.Join(',', times.Skip(warmup).Select(Text))}],\"rss_mb\":{PeakMegabytes():0.0}}}"));
        return 0;
    }

    /// <summary>Largest resident set of this process so far, in MB.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024.0);
    }

    private static string Text(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static int Number(string[] options, string name, int otherwise) =>
        Array.IndexOf(options, name) is var at and >= 0 ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
}

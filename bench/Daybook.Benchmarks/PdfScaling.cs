using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Benchmarks;

/// <summary><c>pdf-scaling WORKLOAD.json</c>: the same report made 64 times by 1, 2, 4 and 8 threads of one process, all bytes compared.</summary>
internal static class PdfScaling
{
    private const int Reports = 64;

    public static int Run(string workload)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(workload));
        var make = PdfWork.Prepare(json.RootElement);
        var expected = make();
        for (var i = 0; i < 20; i++)
            make();
        foreach (var threads in new[] { 1, 2, 4, 8 })
        {
            var start = Stopwatch.GetTimestamp();
            Parallel.For(0, Reports, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
            {
                if (!make().AsSpan().SequenceEqual(expected))
                    throw new InvalidOperationException("Two exports of one report differ.");
            });
            var elapsed = Stopwatch.GetElapsedTime(start);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threads} threads: {Reports / elapsed.TotalSeconds:0.0} reports/s"));
        }

        return 0;
    }
}

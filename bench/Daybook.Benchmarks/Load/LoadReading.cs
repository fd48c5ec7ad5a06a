using System.Diagnostics;

namespace Daybook.Benchmarks.Load;

/// <summary>Reads as fast as the server answers, on so many connections.</summary>
internal static class LoadReading
{
    /// <param name="requests">Sent in turn by each connection.</param>
    /// <param name="pause">Between an answer and the next request.</param>
    public static async Task<LoadFigures> RunAsync(string name, Uri address, byte[][] requests, int connections, TimeSpan pause, CancellationToken until)
    {
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => LoopAsync(number), CancellationToken.None))).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(started);
        var times = all.SelectMany(one => one.Times).ToArray();
        Array.Sort(times);
        return new LoadFigures(name, times, all.Sum(one => one.Failures), took);

        async Task<(List<long> Times, long Failures)> LoopAsync(int number)
        {
            using var connection = new LoadConnection();
            await connection.ConnectAsync(address, CancellationToken.None).ConfigureAwait(false);
            var (times, failures) = (new List<long>(), 0L);
            for (var turn = number; !until.IsCancellationRequested; turn++)
            {
                var sent = Stopwatch.GetTimestamp();
                var status = await connection.SendAsync(requests[turn % requests.Length], CancellationToken.None).ConfigureAwait(false);
                times.Add(Stopwatch.GetTimestamp() - sent);
                if (status != 200)
                    failures++;
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, CancellationToken.None).ConfigureAwait(false);
            }

            return (times, failures);
        }
    }
}

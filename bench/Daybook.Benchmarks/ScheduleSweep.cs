using System.Diagnostics;
using System.Globalization;
using Daybook.Schedules.TimeZones;
using Daybook.Tests.Schedules;
using NodaTime;

namespace Daybook.Benchmarks;

/// <summary><c>sweep FROM TO</c>: holds a row for each half hour of each date of these years, in every zone, against what must always be so.</summary>
internal static class ScheduleSweep
{
    public static int Run(int firstYear, int lastYear)
    {
        var watch = Stopwatch.StartNew();
        var (rows, changes, failures) = (0L, 0L, 0);
        var ids = TimeZoneData.Bundled.Ids.Order(StringComparer.Ordinal).ToList();
        Parallel.ForEach(ids, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, id =>
        {
            try
            {
                Interlocked.Add(ref rows, ZoneSweep.Check(id, new LocalDate(firstYear, 1, 1), new LocalDate(lastYear, 12, 31)));
                foreach (var interval in TimeZoneData.Bundled.Find(id)!.GetZoneIntervals(Instant.FromUtc(firstYear, 1, 1, 0, 0), Instant.FromUtc(lastYear + 1, 1, 1, 0, 0)).Skip(1))
                {
                    ZoneSweep.CheckNext(id, interval.Start);
                    Interlocked.Increment(ref changes);
                }
            }
            catch (InvalidOperationException broken)
            {
                Interlocked.Increment(ref failures);
                Console.Error.WriteLine(broken.Message);
            }
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"tzdb":"{{TimeZoneData.Bundled.Version}}","zones":{{ids.Count}},"rows":{{rows}},"changes":{{changes}},"failures":{{failures}},"seconds":{{watch.Elapsed.TotalSeconds:F0}}}"""));
        return failures == 0 ? 0 : 1;
    }
}

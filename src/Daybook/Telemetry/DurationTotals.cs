using System.Collections.Immutable;

namespace Daybook.Telemetry;

/// <summary>How many durations were how long.</summary>
internal sealed class DurationTotals
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[Bounds.Length + 1];
    private double _sum;

    /// <summary>Upper bounds in seconds, both of an export and of a long query.</summary>
    public static ImmutableArray<double> Bounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900];

    public void Add(double seconds)
    {
        var bucket = 0;
        while (bucket < Bounds.Length && seconds > Bounds[bucket])
            bucket++;
        lock (_lock)
        {
            _counts[bucket]++;
            _sum += seconds;
        }
    }

    /// <returns>How many there were up to each bound, and in all; and the sum in seconds.</returns>
    public (ImmutableArray<long> UpTo, long Count, double Sum) Read()
    {
        lock (_lock)
        {
            var total = 0L;
            var upTo = ImmutableArray.CreateBuilder<long>(Bounds.Length);
            for (var bucket = 0; bucket < Bounds.Length; bucket++)
                upTo.Add(total += _counts[bucket]);
            return (upTo.MoveToImmutable(), total + _counts[^1], _sum);
        }
    }
}

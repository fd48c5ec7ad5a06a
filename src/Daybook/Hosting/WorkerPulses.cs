using System.Collections.Concurrent;
using System.Diagnostics;

namespace Daybook.Hosting;

/// <summary>Signs of life of the loops that work in the background. A loop that is known here and falls silent makes the server unready.</summary>
internal sealed class WorkerPulses(TimeSpan longestSilence)
{
    private readonly ConcurrentDictionary<string, long> _beats = new(StringComparer.Ordinal);

    /// <summary>To be called whenever the loop comes round, and while it waits for something long.</summary>
    public void Beat(string worker) => _beats[worker] = Stopwatch.GetTimestamp();

    /// <summary>The workers that have not been heard of for too long, by name.</summary>
    public IReadOnlyList<string> Silent() =>
        [.. _beats.Where(beat => Stopwatch.GetElapsedTime(beat.Value) > longestSilence).Select(beat => beat.Key).Order(StringComparer.Ordinal)];
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Daybook.Hosting;

/// <summary>Signs of life of the loops that work in the background. A loop that is known here and falls silent makes the server unready.</summary>
internal sealed class WorkerPulses(TimeSpan longestSilence)
{
    private readonly ConcurrentDictionary<string, (long At, TimeSpan Pause)> _beats = new(StringComparer.Ordinal);

    /// <summary>To be called whenever the loop comes round, and while it waits for something long.</summary>
    /// <param name="rest">How long the loop may wait now before it comes round again.</param>
    public void Beat(string worker, TimeSpan rest = default) => _beats[worker] = (Stopwatch.GetTimestamp(), rest);

    /// <summary>The workers that have not been heard of for too long, by name.</summary>
    public IReadOnlyList<string> Silent() =>
        [.. _beats.Where(beat => Stopwatch.GetElapsedTime(beat.Value.At) > beat.Value.Pause + longestSilence).Select(beat => beat.Key).Order(StringComparer.Ordinal)];
}

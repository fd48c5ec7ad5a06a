using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Daybook.Telemetry;

/// <summary>What this node's own instruments measured since its start.</summary>
internal sealed class MeterTotals : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Stage, string Outcome), DurationTotals> _stages = new();
    private readonly ConcurrentDictionary<string, long> _takeOvers = new(StringComparer.Ordinal);

    public MeterTotals()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter == Road.Meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => _stages.GetOrAdd((Text(tags, "stage"), Text(tags, "outcome")), static _ => new DurationTotals()).Add(seconds));
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => _takeOvers.AddOrUpdate(Text(tags, "of"), count, (_, before) => before + count));
        _listener.Start();
    }

    public IEnumerable<KeyValuePair<(string Stage, string Outcome), DurationTotals>> Stages => _stages.OrderBy(pair => pair.Key);

    /// <summary>By what was taken over.</summary>
    public IEnumerable<KeyValuePair<string, long>> TakeOvers => _takeOvers.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
                return (string)tag.Value!;
        }

        return "";
    }
}

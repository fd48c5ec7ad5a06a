using System.Diagnostics;
using System.Globalization;

namespace Daybook.Benchmarks.Load;

/// <param name="Times">Of each answer, in ticks of the stopwatch, sorted.</param>
/// <param name="Failures">Answers that were no success.</param>
internal sealed record LoadFigures(string Name, long[] Times, long Failures, TimeSpan Took)
{
    /// <summary>Of the server, for all of them; null where other work was done meanwhile.</summary>
    public double? ProcessorSeconds { get; init; }

    public double PerSecond => Times.Length / Took.TotalSeconds;

    public double Milliseconds(double share) => Times.Length == 0 ? 0 : Times[(int)Math.Min(Times.Length - 1, share * Times.Length)] * 1000.0 / Stopwatch.Frequency;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {PerSecond:N0} | {Milliseconds(0.5):0.0} | {Milliseconds(0.99):0.0} | {Milliseconds(1):0.0} | {Failures} | {ProcessorSeconds * 1e6 / Times.Length:0} |");
}

namespace Daybook.RedTeam;

/// <summary>Counts added up before any rate is taken: rates are never averaged, and different detectors of one probe never added.</summary>
internal sealed class PooledCounts
{
    public long Hits { get; private set; }

    public long Passes { get; private set; }

    public long Nones { get; private set; }

    /// <summary>Hits known from hitlogs alone; they have no denominator and enter no rate.</summary>
    public long HitlogHits { get; private set; }

    public long Evaluated => Hits + Passes;

    public SeverityCounts Severities { get; private set; } = SeverityCounts.None;

    /// <summary>The lowest grade of what was added; null when nothing was evaluated.</summary>
    public int? Grade { get; private set; }

    public static PooledCounts Of(IEnumerable<GarakResult> results)
    {
        var pooled = new PooledCounts();
        foreach (var result in results)
            pooled.Add(result);
        return pooled;
    }

    public void Add(GarakResult result)
    {
        if (result.Basis == ResultBasis.HitsOnly)
        {
            HitlogHits += result.Hits;
            return;
        }

        Hits += result.Hits;
        Passes += result.Passes;
        Nones += result.Nones;
        Severities += result.Severities;
        if (result.Grade is { } grade)
            Grade = Math.Min(Grade ?? grade, grade);
    }
}

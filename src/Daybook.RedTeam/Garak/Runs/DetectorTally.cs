namespace Daybook.RedTeam;

/// <summary>Running counts of one detector over one probe.</summary>
internal sealed class DetectorTally(PluginName probe, PluginName detector)
{
    private readonly long[] _hitsBySeverity = new long[Enum.GetValues<FindingSeverity>().Length];

    public PluginName Probe => probe;

    public PluginName Detector => detector;

    public long Hits { get; private set; }

    public long Passes { get; private set; }

    public long Nones { get; private set; }

    public void Add(double score, double threshold, SeverityThresholds severities)
    {
        if (double.IsNaN(score))
        {
            Nones++;
        }
        else if (score >= threshold)
        {
            Hits++;
            _hitsBySeverity[(int)severities.Of(score)]++;
        }
        else
        {
            Passes++;
        }
    }

    /// <summary>Outputs that the detector gave no entry at all.</summary>
    public void AddMissing(long outputs) => Nones += outputs;

    /// <param name="isGraded">
    /// False for a detector that only ever gave 0 and 1: then a score says nothing of how bad a hit is, and each is high.
    /// </param>
    public SeverityCounts Severities(bool isGraded) => isGraded
        ? new SeverityCounts(
            Of(FindingSeverity.Critical),
            Of(FindingSeverity.High),
            Of(FindingSeverity.Medium),
            Of(FindingSeverity.Low),
            Of(FindingSeverity.Minimal) + Passes,
            Of(FindingSeverity.Unknown))
        : new SeverityCounts(0, Hits, 0, 0, Passes, 0);

    private long Of(FindingSeverity severity) => _hitsBySeverity[(int)severity];
}

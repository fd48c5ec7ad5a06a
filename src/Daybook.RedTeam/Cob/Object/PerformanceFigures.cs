namespace Daybook.RedTeam;

/// <summary>Measured operation figures; null is "not measured", never a default.</summary>
internal sealed record PerformanceFigures(Measure? AvgResponseTime, Measure? Throughput, Measure? ErrorRate, Measure? ApiAvailability)
{
    /// <summary>Second name of <see cref="ApiAvailability"/>.</summary>
    public Measure? Uptime => ApiAvailability;
}

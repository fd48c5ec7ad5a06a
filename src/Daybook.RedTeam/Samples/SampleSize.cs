namespace Daybook.RedTeam;

/// <summary>How much each run of the samples holds. From 30 outputs a probe, garak gives confidence intervals.</summary>
public sealed record SampleSize(int PromptsPerProbe, int Generations)
{
    /// <summary>About 200 outputs a run, a few megabytes in all.</summary>
    public static SampleSize Standard { get; } = new(6, 5);

    public static SampleSize Small { get; } = new(2, 2);
}

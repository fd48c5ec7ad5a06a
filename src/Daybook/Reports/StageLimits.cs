namespace Daybook.Reports;

/// <summary>How long each stage may take; export counts for each format.</summary>
internal sealed record StageLimits(TimeSpan Collect, TimeSpan Compose, TimeSpan Export)
{
    /// <summary>For a person who waits and can press Ctrl+C.</summary>
    public static StageLimits None { get; } = new(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public static StageLimits Of(ReportsOptions options) =>
        new(TimeSpan.FromSeconds(options.CollectSeconds), TimeSpan.FromSeconds(options.ComposeSeconds), TimeSpan.FromSeconds(options.ExportSeconds));
}

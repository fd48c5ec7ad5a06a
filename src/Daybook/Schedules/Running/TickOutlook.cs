namespace Daybook.Schedules.Running;

/// <summary>What waits for time to pass.</summary>
internal sealed record TickOutlook
{
    public DateTimeOffset? NextRunAt { get; init; }

    /// <summary>Whether there are occurrences that are due and not claimed.</summary>
    public bool IsAnyDue { get; init; }

    public DateTimeOffset? NextLeaseEnd { get; init; }

    public DateTimeOffset? NextHoldEnd { get; init; }

    public DateTimeOffset? NextResume { get; init; }

    /// <summary>The first instant at which something changes by itself; null when nothing does.</summary>
    public DateTimeOffset? Next => new[] { NextRunAt, NextLeaseEnd, NextHoldEnd, NextResume }.Min();
}

using System.ComponentModel.DataAnnotations;

namespace Daybook.Schedules;

/// <summary>How a node runs schedules.</summary>
internal sealed class SchedulesOptions
{
    /// <summary>Whether this node runs schedules; one that does not still answers requests about them.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Occurrences of which one node has the reports under way at the same time; those that wait for their minute or their deliveries do not count.</summary>
    [Range(1, 10_000)]
    public int MostRunning { get; set; } = 1000;

    /// <summary>Occurrences that fell due during an outage and whose reports are made at the same time, on all nodes together.</summary>
    [Range(1, 1000)]
    public int CatchUpAtOnce { get; set; } = 4;

    /// <summary>Occurrences of backfills whose reports are made at the same time, on all nodes together.</summary>
    [Range(1, 1000)]
    public int BackfillAtOnce { get; set; } = 2;

    /// <summary>How long a node may be silent before another takes over its occurrences, in seconds; renewed three times as often.</summary>
    [Range(5, 3600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>How long a node waits at most before it looks again what is due, in seconds.</summary>
    [Range(1, 15)]
    public int PollSeconds { get; set; } = 15;
}

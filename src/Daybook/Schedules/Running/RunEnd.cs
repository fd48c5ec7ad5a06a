using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>How a run ended.</summary>
/// <param name="Reason">A word; null where everything is good.</param>
/// <param name="Deliveries">State of deliveries to their number; null where there were none.</param>
internal sealed record RunEnd(OccurrenceState State, string? Reason = null, string? ErrorCode = null, string? ErrorText = null, Json? Deliveries = null)
{
    /// <summary>What the owner is told in place of <see cref="ErrorText"/>: the same sentences, one a line; null where it is one.</summary>
    public string? Told { get; init; }
}

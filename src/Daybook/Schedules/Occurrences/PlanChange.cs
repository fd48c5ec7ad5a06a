namespace Daybook.Schedules.Occurrences;

/// <summary>One row that differs between two plans of a schedule: after an edit, another calendar version or other time-zone data.</summary>
/// <param name="Before">Null when the row is new.</param>
/// <param name="After">Null when the row is gone.</param>
internal sealed record PlanChange(PlannedOccurrence? Before, PlannedOccurrence? After)
{
    /// <summary>It runs in both plans, at another instant.</summary>
    public bool IsMoved => Before?.DueAt is { } before && After?.DueAt is { } after && before != after;

    /// <summary>It runs now and did not before.</summary>
    public bool IsAdded => Before?.DueAt is null && After?.DueAt is not null;

    /// <summary>It ran before and does not now.</summary>
    public bool IsRemoved => Before?.DueAt is not null && After?.DueAt is null;
}

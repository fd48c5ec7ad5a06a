namespace Daybook.Schedules.Running;

/// <summary>What a notice has to know of the occurrence that it tells of.</summary>
internal sealed record NoticedOccurrence
{
    public required OccurrenceId Id { get; init; }

    public required DateOnly NominalDate { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required string Slot { get; init; }
}

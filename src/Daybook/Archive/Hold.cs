namespace Daybook.Archive;

/// <summary>A matter for which a report is kept, whatever retention says.</summary>
internal sealed record Hold
{
    public required HoldId Id { get; init; }

    public required string Reason { get; init; }

    public required string PlacedBy { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>Null while the hold lasts.</summary>
    public string? ReleasedBy { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public string? ReleaseReason { get; init; }
}

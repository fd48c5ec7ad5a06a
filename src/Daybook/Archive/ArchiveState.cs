namespace Daybook.Archive;

/// <summary>What is kept.</summary>
internal sealed record ArchiveState
{
    public long Reports { get; init; }

    /// <summary>Of these, reports whose content went.</summary>
    public long Pruned { get; init; }

    /// <summary>Reports with a hold.</summary>
    public long Held { get; init; }

    public long Contents { get; init; }

    /// <summary>Of all contents, as stored.</summary>
    public long Bytes { get; init; }
}

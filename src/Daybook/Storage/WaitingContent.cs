namespace Daybook.Storage;

/// <summary>Content that nothing refers to any more and that is not deleted yet.</summary>
internal sealed record WaitingContent
{
    public static readonly WaitingContent None = new();

    public long Count { get; init; }

    /// <summary>As stored.</summary>
    public long Bytes { get; init; }

    /// <summary>When the last of it was written; null where there is none.</summary>
    public DateTimeOffset? Youngest { get; init; }

    /// <summary>From when on a collection deletes all of it; null where there is none.</summary>
    public DateTimeOffset? FreeFrom => Youngest + ContentCollector.Grace;
}

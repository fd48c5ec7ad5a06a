namespace Daybook.Composition;

/// <summary>A question to a model and what came of it: what the archive keeps, and what the block is composed from.</summary>
public sealed record AnalysisRecord(AnalysisRequest Request, AnalysisState State)
{
    /// <summary>Null where nobody was asked.</summary>
    public string? Provider { get; init; }

    /// <summary>Address without anything secret; null where nobody was asked.</summary>
    public string? Endpoint { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public int Tries { get; init; }

    /// <summary>With all tries and the waits between them; null where nobody was asked.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Null unless answered.</summary>
    public AnalysisAnswer? Answer { get; init; }

    /// <summary>A stable word; null when answered.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>A sentence for the reader of the report; null when answered.</summary>
    public string? ErrorMessage { get; init; }
}

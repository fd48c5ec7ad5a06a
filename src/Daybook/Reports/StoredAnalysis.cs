namespace Daybook.Reports;

/// <summary>Where the archive keeps what a model was asked for one block of a report, and what it answered.</summary>
internal sealed record StoredAnalysis
{
    /// <summary>The rendered id of the block.</summary>
    public required string BlockId { get; init; }

    /// <summary>Of an <see cref="Composition.AnalysisRecord"/> as JSON.</summary>
    public required string Sha256 { get; init; }

    public required bool IsAnswered { get; init; }
}

namespace Daybook.Reports;

/// <summary>Where the archive keeps what a model was asked for one block of a report, and what it answered.</summary>
/// <param name="BlockId">The rendered id of the block.</param>
/// <param name="Sha256">Of an <see cref="Composition.AnalysisRecord"/> as JSON.</param>
internal sealed record StoredAnalysis(string BlockId, string Sha256, bool IsAnswered);

using Daybook.Composition;

namespace Daybook.Analysis;

/// <summary>Answers what the analysis blocks of a report ask.</summary>
internal interface IAnalyst
{
    /// <returns>What came of it, also where nothing did: an answer that failed is part of the report.</returns>
    /// <exception cref="OperationCanceledException">The report was asked to end.</exception>
    Task<AnalysisRecord> AnswerAsync(AnalysisRequest request, CancellationToken cancellationToken);
}

using Daybook.Composition;

namespace Daybook.Analysis;

/// <summary>Asks nobody.</summary>
/// <param name="reason">Why; a sentence without its first capital.</param>
internal sealed class SilentAnalyst(string reason) : IAnalyst
{
    public Task<AnalysisRecord> AnswerAsync(AnalysisRequest request, CancellationToken cancellationToken) => Task.FromResult(new AnalysisRecord(request, AnalysisState.Unavailable)
    {
        ErrorCode = SectionCodes.NoProvider,
        ErrorMessage = reason,
    });
}

using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Analysis;

/// <summary>Gives answers that were written down before, by block.</summary>
internal sealed class RecordedAnalyst(ImmutableDictionary<string, RecordedAnswer> answers, DateTimeOffset now) : IAnalyst
{
    /// <param name="now">When an answer without a time was given.</param>
    /// <exception cref="FormatException">The text is no list of answers; the message is the end of a sentence.</exception>
    public static RecordedAnalyst Read(byte[] json, DateTimeOffset now)
    {
        try
        {
            var list = JsonSerializer.Deserialize(json, AnalysisJson.Default.ImmutableArrayRecordedAnswer);
            return new RecordedAnalyst(list.ToImmutableDictionary(answer => answer.BlockId, StringComparer.Ordinal), now);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new FormatException($"is no list of answers such as [{{\"block_id\": \"words\", \"answer\": \"…\"}}], each block once: {wrong.Message}", wrong);
        }
    }

    public Task<AnalysisRecord> AnswerAsync(AnalysisRequest request, CancellationToken cancellationToken) => Task.FromResult(answers.GetValueOrDefault(request.BlockId) switch
    {
        null => new AnalysisRecord(request, AnalysisState.Unavailable) { ErrorCode = SectionCodes.NoProvider, ErrorMessage = "there is no recorded answer for this section." },
        { Answer: { } text } given => new AnalysisRecord(request, AnalysisState.Answered)
        {
            Provider = "recorded",
            AskedAt = given.AskedAt,
            Answer = new AnalysisAnswer(text, given.AnsweredBy ?? request.Model, given.FinishReason, given.Usage?.PromptTokens, given.Usage?.CompletionTokens, given.Usage?.TotalTokens, given.AnsweredAt ?? now, false),
        },
        { Error: { } error } => new AnalysisRecord(request, AnalysisState.Failed) { Provider = "recorded", ErrorCode = error.Code, ErrorMessage = error.Message },
        _ => new AnalysisRecord(request, AnalysisState.Unavailable) { ErrorCode = SectionCodes.NoProvider, ErrorMessage = "the recorded answer is empty." },
    });
}

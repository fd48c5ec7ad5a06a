using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Analysis;

/// <summary>What a model was asked for one block, and what it answered.</summary>
/// <param name="State"><c>answered</c>, <c>unavailable</c> (nobody was asked) or <c>failed</c>.</param>
/// <param name="Model">As the template names it.</param>
/// <param name="Endpoint">Without anything secret.</param>
/// <param name="CutCharacters">Of the prompt, that did not fit into the context window.</param>
/// <param name="AnsweredBy">As the provider names the model.</param>
/// <param name="FromCache">The same question had been answered shortly before.</param>
/// <param name="Sha256">Of what the archive keeps of this block.</param>
internal sealed record AnalysisContract(
    string BlockId,
    string State,
    string Model,
    string? Provider,
    string? Endpoint,
    string System,
    string Prompt,
    int CutCharacters,
    decimal Temperature,
    int MaxTokens,
    int ContextWindow,
    decimal? TopP,
    decimal? FrequencyPenalty,
    decimal? PresencePenalty,
    string? Answer,
    string? AnsweredBy,
    string? FinishReason,
    UsageContract? Usage,
    DateTimeOffset? AskedAt,
    DateTimeOffset? AnsweredAt,
    long? DurationMs,
    int Tries,
    bool FromCache,
    AnalysisErrorContract? Error,
    string Sha256)
{
    public static AnalysisContract Of(AnalysisRecord record, string sha256)
    {
        var (request, answer) = (record.Request, record.Answer);
        return new AnalysisContract(
            request.BlockId,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(record.State.ToString()),
            request.Model,
            record.Provider,
            record.Endpoint,
            request.System,
            request.Prompt,
            request.CutCharacters,
            request.Temperature,
            request.MaxTokens,
            request.ContextWindow,
            request.TopP,
            request.FrequencyPenalty,
            request.PresencePenalty,
            answer?.Content,
            answer?.Model,
            answer?.FinishReason,
            answer is null ? null : new UsageContract(answer.PromptTokens, answer.CompletionTokens, answer.TotalTokens),
            record.AskedAt,
            answer?.AnsweredAt,
            record.DurationMs,
            record.Tries,
            answer?.FromCache ?? false,
            record.ErrorCode is null ? null : new AnalysisErrorContract(record.ErrorCode, record.ErrorMessage),
            sha256);
    }
}

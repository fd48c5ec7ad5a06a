namespace Daybook.Composition;

/// <param name="Content">The text as the model wrote it.</param>
/// <param name="Model">As the provider names the model that answered.</param>
/// <param name="FinishReason">The provider's word for why the answer ends; null when it says none.</param>
/// <param name="AnsweredAt">When the model answered; earlier than the report where the answer was kept from another.</param>
/// <param name="FromCache">The same question had been answered shortly before.</param>
public sealed record AnalysisAnswer(
    string Content, string Model, string? FinishReason, int? PromptTokens, int? CompletionTokens, int? TotalTokens, DateTimeOffset AnsweredAt, bool FromCache)
{
    /// <summary>Whether the answer ends because no more tokens were allowed.</summary>
    public bool IsCut => FinishReason is "length" or "max_tokens";
}

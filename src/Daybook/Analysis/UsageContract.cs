namespace Daybook.Analysis;

/// <summary>Tokens as the provider counts them.</summary>
internal sealed record UsageContract(int? PromptTokens, int? CompletionTokens, int? TotalTokens);

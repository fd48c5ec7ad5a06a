namespace Daybook.Analysis;

/// <summary>Tokens as the provider counts them.</summary>
internal sealed record UsageContract(int? PromptTokens = null, int? CompletionTokens = null, int? TotalTokens = null);

using Microsoft.Extensions.AI;

namespace Daybook.Analysis;

/// <summary>Who answers for a model.</summary>
/// <param name="Provider">A word: <c>openai</c>, <c>anthropic</c>, <c>gsai</c>, <c>ollama</c>, <c>rest</c>.</param>
/// <param name="Endpoint">Address without anything secret.</param>
/// <param name="Model">As the provider names it.</param>
internal sealed record ModelChoice(string Provider, string Endpoint, string Model, IChatClient Client);

namespace Daybook.Analysis;

/// <summary>Who can be asked. A provider without its settings only leaves its models unanswered.</summary>
internal sealed class AiProvidersOptions
{
    public OpenAiOptions OpenAi { get; } = new();

    public AnthropicOptions Anthropic { get; } = new();

    public OllamaOptions Ollama { get; } = new();

    /// <summary>By the name in <c>gsai-api-NAME/MODEL</c>.</summary>
    public IDictionary<string, GsaiOptions> Gsai { get; } = new Dictionary<string, GsaiOptions>(StringComparer.OrdinalIgnoreCase);

    public RestOptions Rest { get; } = new();
}

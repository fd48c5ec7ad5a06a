using System.Collections.Immutable;

namespace Daybook.Composition;

public sealed record AnalysisConfig
{
    public const string DefaultModel = "gpt-3.5-turbo";

    /// <summary>Jinja; null when the template has none.</summary>
    public TemplateText? PromptTemplate { get; init; }

    /// <summary>Chooses the provider too: <c>gpt…</c>, <c>claude…</c>, <c>gsai-api-…/name</c>, <c>rest_api</c>, <c>ollama/name</c>, <c>none</c>.</summary>
    public string Model { get; init; } = DefaultModel;

    /// <summary>Jinja over Markdown, shown and marked as rule-based when no model can write the text; null shows only that none could.</summary>
    public TemplateText? Fallback { get; init; }

    /// <summary>0 to 2.</summary>
    public decimal Temperature { get; init; } = 0.7m;

    public int MaxTokens { get; init; } = 1000;

    /// <summary>In tokens.</summary>
    public int ContextWindow { get; init; } = 4000;

    public OutputProcessor OutputProcessor { get; init; } = OutputProcessor.Raw;

    /// <summary>0 to 1; null leaves the provider's own.</summary>
    public decimal? TopP { get; init; }

    /// <summary>-2 to 2; null leaves the provider's own.</summary>
    public decimal? FrequencyPenalty { get; init; }

    /// <summary>-2 to 2; null leaves the provider's own.</summary>
    public decimal? PresencePenalty { get; init; }

    /// <summary>Address of a <c>rest_api</c> model; null for every other model.</summary>
    public string? Endpoint { get; init; }

    /// <summary>HTTP method of a <c>rest_api</c> model.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Header name to value; a value may hold <c>{{ api_token }}</c>.</summary>
    public ImmutableSortedDictionary<string, TemplateText> Headers { get; init; } =
        ImmutableSortedDictionary.Create<string, TemplateText>(StringComparer.Ordinal);

    /// <summary>Reference to a stored secret; null when the endpoint needs none.</summary>
    public string? ApiToken { get; init; }

    /// <summary>Body of the request; null sends <c>{"prompt": …}</c>.</summary>
    public TemplateValue? RequestTemplate { get; init; }

    /// <summary>Dotted path to the text in the answer of a <c>rest_api</c> model.</summary>
    public string ResponsePath { get; init; } = "content";
}

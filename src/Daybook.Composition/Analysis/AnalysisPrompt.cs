using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Makes the request of one analysis block from its data.</summary>
internal sealed class AnalysisPrompt(BlockRun run, DataScope scope, string id)
{
    /// <exception cref="CompositionException">The prompt cannot be made, or nobody can answer for the model.</exception>
    public AnalysisRequest Of(AnalysisBlock block)
    {
        var config = block.Config;
        if (ModelName.KindOf(config.Model) is not { } kind)
            throw new CompositionException(SectionCodes.UnsupportedModel, $"The model '{config.Model}' of the block '{id}' is not supported; write {ModelName.Forms}.") { Location = block.Location };
        if (config.PromptTemplate is not { } template)
            throw new CompositionException(SectionCodes.TemplateError, $"The block '{id}' has no prompt_template.") { Location = block.Location };
        var system = AnalysisInstructions.Of(config.OutputProcessor);
        var (prompt, cut) = ContextWindow.Fit(run.Texts.Prompt(template, scope, run.CancellationToken).Trim(), system, config);
        return new AnalysisRequest
        {
            BlockId = id,
            Model = config.Model,
            System = system,
            Prompt = prompt,
            CutCharacters = cut,
            Temperature = config.Temperature,
            MaxTokens = config.MaxTokens,
            ContextWindow = config.ContextWindow,
            TopP = config.TopP,
            FrequencyPenalty = config.FrequencyPenalty,
            PresencePenalty = config.PresencePenalty,
            Rest = kind == ModelKind.Rest ? Rest(block, $"{system}\n\n{prompt}") : null,
        };
    }

    /// <param name="prompt">With the system text before it, because the endpoint has no other place for that.</param>
    private RestCall Rest(AnalysisBlock block, string prompt)
    {
        var config = block.Config;
        var endpoint = config.Endpoint ?? throw new CompositionException(SectionCodes.UnsupportedModel, $"The block '{id}' asks rest_api and names no endpoint; write endpoint:.") { Location = block.Location };
        var headers = config.Headers.ToImmutableSortedDictionary(header => header.Key, header => header.Value.Text, StringComparer.Ordinal);
        return new RestCall(endpoint, config.Method, headers, config.ApiToken, Body(config, prompt), config.ResponsePath);
    }

    private JsonElement Body(AnalysisConfig config, string prompt)
    {
        var names = scope.With(ImmutableDictionary<string, object?>.Empty
            .Add("prompt", prompt).Add("model", config.Model).Add("temperature", (double)config.Temperature).Add("max_tokens", (long)config.MaxTokens));
        var body = config.RequestTemplate?.Resolve(text => JsonValues.Text(run.Texts.Plain(text, names, run.CancellationToken))) ?? JsonElement.Parse("{}");
        if (body.ValueKind != JsonValueKind.Object || (config.RequestTemplate is not null && !body.TryGetProperty("prompt", out _)))
            return body;
        var entries = body.EnumerateObject().Where(entry => entry.Name != "prompt").Select(entry => $"{JsonValues.Text(entry.Name).GetRawText()}:{entry.Value.GetRawText()}");
        return JsonElement.Parse($"{{{string.Join(',', entries.Prepend($"\"prompt\":{JsonValues.Text(prompt).GetRawText()}"))}}}");
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Daybook.Analysis;

/// <summary>Chat of Ollama.</summary>
internal sealed class OllamaChat(ModelCall call) : JsonChat(call)
{
    /// <summary>Ollama cuts what is longer without a word, so it has to know.</summary>
    public const string ContextWindow = "num_ctx";

    private protected override Task<JsonElement> SendAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken) => Call.SendAsync(Body(messages, options), cancellationToken);

    private static JsonObject Body(ChatMessage[] messages, ChatOptions options)
    {
        var settings = new JsonObject { ["num_predict"] = options.MaxOutputTokens };
        if (options.AdditionalProperties?.TryGetValue(ContextWindow, out int window) == true)
            settings[ContextWindow] = window;
        With(settings, ("temperature", options.Temperature), ("top_p", options.TopP), ("frequency_penalty", options.FrequencyPenalty), ("presence_penalty", options.PresencePenalty));
        return new JsonObject { ["model"] = options.ModelId, ["messages"] = Messages(messages), ["stream"] = false, ["options"] = settings };
    }

    private protected override ChatResponse Read(JsonElement answer, string model) =>
        Find(answer, "message") is { } message && Text(message, "content") is { } content
            ? Response(content, Text(answer, "model") ?? model, Text(answer, "done_reason"), Count(answer, "prompt_eval_count"), Count(answer, "eval_count"))
            : throw Call.BadAnswer("that has no message.content");
}

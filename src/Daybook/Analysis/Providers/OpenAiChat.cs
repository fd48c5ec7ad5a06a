using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Daybook.Analysis;

/// <summary>Chat completions of OpenAI, and of the many that speak them, GSAi among them.</summary>
internal sealed class OpenAiChat(ModelCall call) : JsonChat(call)
{
    private protected override Task<JsonElement> SendAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken) => Call.SendAsync(Body(messages, options), cancellationToken);

    private static JsonObject Body(ChatMessage[] messages, ChatOptions options)
    {
        var body = new JsonObject { ["model"] = options.ModelId, ["messages"] = Messages(messages) };
        if (!IsReasoning(options.ModelId))
        {
            body["max_tokens"] = options.MaxOutputTokens;
            return With(body, ("temperature", options.Temperature), ("top_p", options.TopP), ("frequency_penalty", options.FrequencyPenalty), ("presence_penalty", options.PresencePenalty));
        }

        body["max_completion_tokens"] = options.MaxOutputTokens;
        return body;
    }

    private protected override ChatResponse Read(JsonElement answer, string model)
    {
        if (Find(answer, "choices") is not { ValueKind: JsonValueKind.Array } choices || choices.GetArrayLength() == 0 || Find(choices[0], "message") is not { } message)
            throw Call.BadAnswer("that has no choices[0].message");
        var reason = Text(choices[0], "finish_reason");
        if (Text(message, "refusal") is not null || reason == "content_filter")
            throw new ModelException(ModelCodes.Refused, $"The model {model} refused to answer.");
        if (Text(message, "content") is not { } content)
            throw Call.BadAnswer("that has no choices[0].message.content");
        var usage = Find(answer, "usage");
        return Response(content, Text(answer, "model") ?? model, reason, Count(usage, "prompt_tokens"), Count(usage, "completion_tokens"));
    }

    /// <summary>Models that refuse <c>max_tokens</c> and settings of chance.</summary>
    private static bool IsReasoning(string? model) => model?.StartsWith("gpt-5", StringComparison.Ordinal) == true;
}

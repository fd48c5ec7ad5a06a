using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Daybook.Analysis;

/// <summary>Messages of Anthropic.</summary>
internal sealed class AnthropicChat(ModelCall call) : JsonChat(call)
{
    public const string Version = "2023-06-01";

    /// <summary>What <c>claude</c> without more means.</summary>
    public const string DefaultModel = "claude-3-haiku-20240307";

    /// <summary>The provider's highest.</summary>
    private const float MaxTemperature = 1;

    private protected override Task<JsonElement> SendAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken) => Call.SendAsync(Body(messages, options), cancellationToken);

    private static JsonObject Body(ChatMessage[] messages, ChatOptions options)
    {
        var body = new JsonObject
        {
            ["model"] = options.ModelId,
            ["max_tokens"] = options.MaxOutputTokens,
            ["system"] = string.Join("\n\n", messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text)),
            ["messages"] = Messages(messages.Where(message => message.Role != ChatRole.System)),
        };
        return With(body, ("temperature", options.Temperature is { } given ? Math.Min(given, MaxTemperature) : null));
    }

    private protected override ChatResponse Read(JsonElement answer, string model)
    {
        var reason = Text(answer, "stop_reason");
        if (reason == "refusal")
            throw new ModelException(ModelCodes.Refused, $"The model {model} refused to answer.");
        if (Find(answer, "content") is not { ValueKind: JsonValueKind.Array } content)
            throw Call.BadAnswer("that has no content");
        var text = string.Concat(content.EnumerateArray().Where(part => Text(part, "type") == "text").Select(part => Text(part, "text")));
        var usage = Find(answer, "usage");
        return Response(text, Text(answer, "model") ?? model, reason, Count(usage, "input_tokens"), Count(usage, "output_tokens"));
    }
}

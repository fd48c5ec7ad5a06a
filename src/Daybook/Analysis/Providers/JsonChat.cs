using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Daybook.Analysis;

/// <summary>A model that is asked by one call with JSON.</summary>
internal abstract class JsonChat(ModelCall call) : IChatClient
{
    /// <summary>Without query and user, where secrets may stand.</summary>
    public string Endpoint => call.Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private protected ModelCall Call => call;

    /// <exception cref="ModelException">There is no answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Read(await SendAsync([.. messages], options ?? new ChatOptions(), cancellationToken).ConfigureAwait(false), options?.ModelId ?? "");

    /// <summary>The whole answer at once.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private protected abstract Task<JsonElement> SendAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken);

    /// <param name="model">That was asked.</param>
    /// <exception cref="ModelException">The answer is not one of this provider, or the model refused.</exception>
    private protected abstract ChatResponse Read(JsonElement answer, string model);

    /// <summary>Settings that are not given are left out.</summary>
    private protected static JsonObject With(JsonObject body, params ReadOnlySpan<(string Name, float? Value)> settings)
    {
        foreach (var (name, value) in settings)
        {
            if (value is { } given)
                body[name] = given;
        }

        return body;
    }

    private protected static JsonArray Messages(IEnumerable<ChatMessage> messages) =>
        [.. messages.Select(message => (JsonNode)new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text })];

    private protected static ChatResponse Response(string text, string model, string? finishReason, int? promptTokens, int? completionTokens) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = model,
        FinishReason = finishReason is null ? null : new ChatFinishReason(finishReason),
        Usage = promptTokens is null && completionTokens is null ? null : new UsageDetails { InputTokenCount = promptTokens, OutputTokenCount = completionTokens },
    };

    private protected static JsonElement? Find(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private protected static string? Text(JsonElement at, string name) => Find(at, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private protected static int? Count(JsonElement? at, string name) =>
        at is { } there && Find(there, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) ? count : null;
}

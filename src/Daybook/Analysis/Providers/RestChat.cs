using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Composition;
using Microsoft.Extensions.AI;

namespace Daybook.Analysis;

/// <summary>An endpoint of one's own, called as the template says. With GET, the members of the body are the query.</summary>
internal sealed class RestChat(ModelCall call, RestCall rest, string token) : JsonChat(call)
{
    private protected override Task<JsonElement> SendAsync(ChatMessage[] messages, ChatOptions options, CancellationToken cancellationToken)
    {
        var method = new HttpMethod(rest.Method);
        var own = Call with { Method = method, Headers = Headers(), Address = method == HttpMethod.Get ? WithQuery() : Call.Address };
        return own.SendAsync(method == HttpMethod.Get ? null : JsonNode.Parse(rest.Body.GetRawText()), cancellationToken);
    }

    private protected override ChatResponse Read(JsonElement answer, string model)
    {
        var at = answer;
        var steps = rest.ResponsePath.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            var next = at.ValueKind == JsonValueKind.Array && int.TryParse(steps[i], out var place) && place >= 0 && place < at.GetArrayLength() ? at[place] : Find(at, steps[i]);
            at = next ?? throw Call.BadAnswer($"that has no '{string.Join('.', steps[..(i + 1)])}', which response_path '{rest.ResponsePath}' leads through");
        }

        return at.ValueKind == JsonValueKind.String
            ? Response(at.GetString()!, Text(answer, "model") ?? model, null, null, null)
            : throw Call.BadAnswer($"whose '{rest.ResponsePath}' is not text");
    }

    private ImmutableArray<KeyValuePair<string, string>> Headers()
    {
        var names = new Dictionary<string, object?> { ["api_token"] = token };
        return [.. rest.Headers.Select(header => KeyValuePair.Create(header.Key, Value(header.Key, header.Value, names)))];
    }

    private static string Value(string name, string text, Dictionary<string, object?> names)
    {
        var value = StandaloneText.Read(text, name, names.Keys, null, out var problems) is { } template
            ? template.Render(names, CancellationToken.None)
            : throw new ModelException(ModelCodes.Rejected, $"The header {name} cannot be made: {problems[0].Message}.");
        return value.Any(char.IsControl) ? throw new ModelException(ModelCodes.Rejected, $"The header {name} holds characters that no header can.") : value;
    }

    private Uri WithQuery()
    {
        var query = string.Join('&', rest.Body.EnumerateObject().Select(entry => $"{Uri.EscapeDataString(entry.Name)}={Uri.EscapeDataString(entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : entry.Value.GetRawText())}"));
        return new UriBuilder(Call.Address) { Query = Call.Address.Query.Length > 1 ? $"{Call.Address.Query[1..]}&{query}" : query }.Uri;
    }
}

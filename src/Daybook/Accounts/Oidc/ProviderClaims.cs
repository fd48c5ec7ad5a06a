using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Accounts.Oidc;

/// <summary>What the provider says about somebody, in the order in which it is believed: the identity token, the access token, its answer to a question.</summary>
internal sealed record ProviderClaims(string Issuer, string Subject, ImmutableArray<JsonElement> Sources)
{
    /// <param name="encodedPayload">The middle part of a token.</param>
    public static JsonElement Payload(string encodedPayload) => JsonElement.Parse(Base64Url.DecodeFromChars(encodedPayload));

    /// <summary>The first text that stands at the path.</summary>
    public string? Text(string path) => Values(path).FirstOrDefault();

    /// <summary>Every text that stands at the path in any of the sources; a list gives its members.</summary>
    /// <param name="path">A claim's name, which may hold dots itself, or a path into one: <c>realm_access.roles</c>.</param>
    public IEnumerable<string> Values(string path) => Sources.SelectMany(source => At(source, path)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> At(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        if (element.TryGetProperty(path, out var whole))
            return Texts(whole);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (element.TryGetProperty(path[..dot], out var inner))
                return At(inner, path[(dot + 1)..]);
        }

        return [];
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}

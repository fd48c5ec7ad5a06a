using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A call of an endpoint of one's own. It holds no secret.</summary>
/// <param name="Headers">Values in which <c>{{ api_token }}</c> stands for the secret.</param>
/// <param name="ApiToken">Name of the stored secret; null when the endpoint needs none.</param>
/// <param name="Body">With the prompt in its place.</param>
/// <param name="ResponsePath">Dotted path to the text in the answer; a number is a place in a list.</param>
public sealed record RestCall(string Endpoint, string Method, ImmutableSortedDictionary<string, string> Headers, string? ApiToken, JsonElement Body, string ResponsePath);

using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Daybook.Hosting;

/// <summary>Everything wrong with the form of a body.</summary>
/// <param name="Remains">The body without all that is named; null where too little of it can be told.</param>
internal sealed record BodyForm(ImmutableArray<FieldError> Mistakes, JsonNode? Remains);

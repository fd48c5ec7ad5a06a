using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Daybook.Sources;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(NewSourceRequest))]
[JsonSerializable(typeof(SourceChange))]
[JsonSerializable(typeof(SourceContract))]
[JsonSerializable(typeof(IReadOnlyList<SourceContract>))]
[JsonSerializable(typeof(SourceSavedContract))]
[JsonSerializable(typeof(SourceTestRequest))]
[JsonSerializable(typeof(SourceFindings))]
[JsonSerializable(typeof(SourceUsageContract))]
internal sealed partial class SourcesJson : JsonSerializerContext;

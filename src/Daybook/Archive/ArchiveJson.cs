using System.Text.Json.Serialization;

namespace Daybook.Archive;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ArchiveContract))]
[JsonSerializable(typeof(PrunePlanContract))]
[JsonSerializable(typeof(PruneResult))]
[JsonSerializable(typeof(HoldRequest))]
[JsonSerializable(typeof(HoldPlacedContract))]
[JsonSerializable(typeof(IReadOnlyList<HoldContract>))]
internal sealed partial class ArchiveJson : JsonSerializerContext;

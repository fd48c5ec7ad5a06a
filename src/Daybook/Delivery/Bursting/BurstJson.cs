using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Daybook.Delivery.Bursting;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BurstDefinition))]
[JsonSerializable(typeof(BurstRecipient))]
[JsonSerializable(typeof(BurstRequest))]
[JsonSerializable(typeof(BurstRetryRequest))]
[JsonSerializable(typeof(BurstOrderedContract))]
[JsonSerializable(typeof(BurstContract))]
[JsonSerializable(typeof(ImmutableArray<UnassignedKey>))]
[JsonSerializable(typeof(BurstTold))]
internal sealed partial class BurstJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using Daybook.Reports;

namespace Daybook.Delivery;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EnumWordConverter<DistributionWhen>), typeof(EnumWordConverter<EmptyPolicy>)])]
[JsonSerializable(typeof(ChannelTarget))]
[JsonSerializable(typeof(DistributedArtifact[]))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(DistributionSummary))]
internal sealed partial class DeliveryJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using Daybook.Delivery.Api;
using Daybook.Delivery.Passwords;
using Daybook.Reports;

namespace Daybook.Delivery;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EnumWordConverter<DistributionWhen>), typeof(EnumWordConverter<EmptyPolicy>), typeof(EnumWordConverter<CardsForm>)])]
[JsonSerializable(typeof(ChannelTarget))]
[JsonSerializable(typeof(DistributedArtifact[]))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(DistributionSummary))]
[JsonSerializable(typeof(ResentSummary))]
[JsonSerializable(typeof(DistributedContract))]
[JsonSerializable(typeof(DistributionRequest))]
[JsonSerializable(typeof(ChannelFieldsRequest))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Dictionary<string, AddressesRequest>))]
[JsonSerializable(typeof(DeliveryContract))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryContract>))]
[JsonSerializable(typeof(ResendRequest))]
[JsonSerializable(typeof(ResentContract))]
[JsonSerializable(typeof(MarkRequest))]
[JsonSerializable(typeof(BounceRequest))]
[JsonSerializable(typeof(SuppressRequest))]
[JsonSerializable(typeof(SuppressionContract))]
[JsonSerializable(typeof(IReadOnlyList<SuppressionContract>))]
[JsonSerializable(typeof(IReadOnlyList<ChannelContract>))]
[JsonSerializable(typeof(FilePasswordRequest))]
[JsonSerializable(typeof(IReadOnlyList<FilePasswordContract>))]
[JsonSerializable(typeof(Bounces.BounceMailboxContract))]
internal sealed partial class DeliveryJson : JsonSerializerContext;

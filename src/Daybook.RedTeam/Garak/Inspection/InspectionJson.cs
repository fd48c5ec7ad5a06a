using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Daybook.RedTeam;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    Converters =
    [
        typeof(ExactDecimalConverter),
        typeof(InstantConverter),
        typeof(SnakeCaseEnumConverter<ClaimCheck>),
        typeof(SnakeCaseEnumConverter<Exclusion>),
        typeof(SnakeCaseEnumConverter<ResultBasis>),
        typeof(SnakeCaseEnumConverter<RunState>),
        typeof(SnakeCaseEnumConverter<TestMode>),
        typeof(SnakeCaseEnumConverter<TimeQuality>),
    ])]
[JsonSerializable(typeof(ImmutableArray<InspectedLog>))]
internal sealed partial class InspectionJson : JsonSerializerContext;

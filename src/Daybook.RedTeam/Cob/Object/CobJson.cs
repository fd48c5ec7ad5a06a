using System.Text.Json.Serialization;

namespace Daybook.RedTeam;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters =
    [
        typeof(ExactDecimalConverter),
        typeof(SnakeCaseEnumConverter<AssessmentState>),
        typeof(SnakeCaseEnumConverter<ComplianceStatus>),
        typeof(SnakeCaseEnumConverter<Exclusion>),
        typeof(SnakeCaseEnumConverter<FindingSeverity>),
        typeof(SnakeCaseEnumConverter<RiskLevel>),
        typeof(SnakeCaseEnumConverter<RiskRule>),
        typeof(SnakeCaseEnumConverter<RunState>),
        typeof(SnakeCaseEnumConverter<TimeQuality>),
        typeof(SnakeCaseEnumConverter<TrendDirection>),
        typeof(SnakeCaseEnumConverter<TrendStatus>),
    ])]
[JsonSerializable(typeof(CobObject))]
internal sealed partial class CobJson : JsonSerializerContext;

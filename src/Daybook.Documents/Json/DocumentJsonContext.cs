using System.Text.Json.Serialization;

namespace Daybook.Documents;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = DocumentLimits.JsonDepth,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters =
    [
        typeof(SnakeCaseEnumConverter<ReportStatus>),
        typeof(SnakeCaseEnumConverter<SectionStatus>),
        typeof(SnakeCaseEnumConverter<SectionKind>),
        typeof(SnakeCaseEnumConverter<Severity>),
        typeof(SnakeCaseEnumConverter<ChangeDirection>),
        typeof(SnakeCaseEnumConverter<ChartType>),
        typeof(SnakeCaseEnumConverter<ColumnAlignment>),
        typeof(SnakeCaseEnumConverter<CellType>),
    ])]
[JsonSerializable(typeof(DocumentEnvelope))]
internal sealed partial class DocumentJsonContext : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Composition;
using Daybook.Reports;

namespace Daybook.Analysis;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(EnumWordConverter<AnalysisState>)])]
[JsonSerializable(typeof(AnalysisRecord))]
[JsonSerializable(typeof(AnalysisRequest))]
[JsonSerializable(typeof(IReadOnlyList<AnalysisContract>))]
[JsonSerializable(typeof(ImmutableArray<RecordedAnswer>))]
internal sealed partial class AnalysisJson : JsonSerializerContext
{
    public static byte[] Write(AnalysisRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Default.AnalysisRecord);

    public static AnalysisRecord Read(byte[] json) => JsonSerializer.Deserialize(json, Default.AnalysisRecord)!;
}

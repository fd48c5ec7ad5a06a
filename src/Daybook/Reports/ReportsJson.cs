using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Reports.Comparison;

namespace Daybook.Reports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(EnumWordConverter<SectionStatus>), typeof(EnumWordConverter<LogLevel>)])]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, JsonElement>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(ReportInputs))]
[JsonSerializable(typeof(ReportData))]
[JsonSerializable(typeof(ReportManifest))]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(GeneratedContract))]
[JsonSerializable(typeof(ReportStatusContract))]
[JsonSerializable(typeof(ReportContract))]
[JsonSerializable(typeof(IReadOnlyList<ReportContract>))]
[JsonSerializable(typeof(ExportRequest))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BatchManifest))]
[JsonSerializable(typeof(ExportLinkContract))]
[JsonSerializable(typeof(IReadOnlyList<ExportContract>))]
[JsonSerializable(typeof(ImmutableArray<NewReportRow>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ReportDifference))]
[JsonSerializable(typeof(ReportDifferenceContract))]
internal sealed partial class ReportsJson : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Daybook.Templates.Blocks;

namespace Daybook.Templates;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, ImmutableArray<string>>))]
[JsonSerializable(typeof(NewTemplateRequest))]
[JsonSerializable(typeof(TemplateChange))]
[JsonSerializable(typeof(TemplateSavedContract))]
[JsonSerializable(typeof(TemplateContract))]
[JsonSerializable(typeof(IReadOnlyList<TemplateContract>))]
[JsonSerializable(typeof(TemplateVersionContract))]
[JsonSerializable(typeof(IReadOnlyList<TemplateVersionContract>))]
[JsonSerializable(typeof(NewVersionRequest))]
[JsonSerializable(typeof(IReadOnlyList<TemplateDifference>))]
[JsonSerializable(typeof(TemplateTextRequest))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(TemplateVerdictContract))]
[JsonSerializable(typeof(TemplateUsageContract))]
[JsonSerializable(typeof(NewPresetRequest))]
[JsonSerializable(typeof(IReadOnlyList<BlockContract>))]
[JsonSerializable(typeof(BlockImportRequest))]
[JsonSerializable(typeof(BlockSavedContract))]
[JsonSerializable(typeof(IReadOnlyList<PresetContract>))]
internal sealed partial class TemplatesJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Schedules.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(ScheduleSavedContract))]
[JsonSerializable(typeof(ScheduleContract))]
[JsonSerializable(typeof(IReadOnlyList<ScheduleContract>))]
[JsonSerializable(typeof(PauseRequest))]
[JsonSerializable(typeof(ScheduleRequest))]
[JsonSerializable(typeof(DryRunRequest))]
[JsonSerializable(typeof(ResumeRequest))]
[JsonSerializable(typeof(DryRunContract))]
[JsonSerializable(typeof(OccurrenceContract))]
[JsonSerializable(typeof(IReadOnlyList<OccurrenceContract>))]
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunContract))]
[JsonSerializable(typeof(IReadOnlyList<ExecutionContract>))]
[JsonSerializable(typeof(IReadOnlyList<NoticeContract>))]
[JsonSerializable(typeof(ScheduleMetrics))]
[JsonSerializable(typeof(BackfillRequest))]
[JsonSerializable(typeof(BackfillContract))]
[JsonSerializable(typeof(IReadOnlyList<SchedulePresetContract>))]
[JsonSerializable(typeof(ScheduleFeedContract))]
internal sealed partial class ScheduleApiJson : JsonSerializerContext;

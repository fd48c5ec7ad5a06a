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
[JsonSerializable(typeof(ResumeRequest))]
[JsonSerializable(typeof(DryRunContract))]
internal sealed partial class ScheduleApiJson : JsonSerializerContext;

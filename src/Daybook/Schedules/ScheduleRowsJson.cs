using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Daybook.Reports;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;

namespace Daybook.Schedules;

/// <summary>The JSON that rows of schedules and occurrences hold.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(EnumWordConverter<OnPartial>)])]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SchedulePolicies))]
[JsonSerializable(typeof(ImmutableArray<PlannedRow>))]
[JsonSerializable(typeof(ImmutableArray<PlanProgress>))]
[JsonSerializable(typeof(ImmutableArray<NoticeRow>))]
[JsonSerializable(typeof(ImmutableArray<ClaimRow>))]
[JsonSerializable(typeof(ImmutableArray<EndRow>))]
internal sealed partial class ScheduleRowsJson : JsonSerializerContext;

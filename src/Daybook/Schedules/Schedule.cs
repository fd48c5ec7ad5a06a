using System.Text.Json;
using Daybook.Accounts;
using Daybook.Delivery.Bursting;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Reading;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Schedules;

/// <summary>A schedule as the server keeps it.</summary>
internal sealed record Schedule
{
    public required ScheduleId Id { get; init; }

    public required TemplateId TemplateId { get; init; }

    public required string TemplateName { get; init; }

    public required string Name { get; init; }

    /// <summary>When it falls due, in its canonical form; see <see cref="Rule"/>.</summary>
    public required Json Definition { get; init; }

    public required Json Policies { get; init; }

    /// <summary>daily, weekly or monthly: the nearest to its rule.</summary>
    public required string Frequency { get; init; }

    /// <summary>IANA name, as it was typed.</summary>
    public required string Timezone { get; init; }

    public Json Parameters { get; init; }

    /// <summary>An array of format words.</summary>
    public Json ExportFormats { get; init; }

    public Json DistributionConfig { get; init; }

    /// <summary>The tag of the locale of its reports' numbers and dates; null for none.</summary>
    public string? Locale { get; init; }

    /// <summary><see cref="BurstDefinition"/>; null where one report goes to everybody.</summary>
    public Json? Burst { get; init; }

    /// <summary>One that is not active has no occurrences.</summary>
    public bool IsActive { get; init; }

    /// <summary>Rises with every edit; occurrences say of which version they are.</summary>
    public int Version { get; init; }

    /// <summary>In whose name its reports are made; null when that user is no more.</summary>
    public UserId? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public UserId? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Null when it is not paused.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    public string? PausedByName { get; init; }

    public string? PauseNote { get; init; }

    /// <summary>When it goes on by itself; null when somebody has to resume it.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>A word of <see cref="ScheduleFlag"/> for what keeps it from working; null when nothing does.</summary>
    public string? Flag { get; init; }

    public DateTimeOffset? FlaggedAt { get; init; }

    /// <summary>Of several that are due, those with the higher number go first.</summary>
    public int Priority { get; init; }

    public DateTimeOffset? LastRunAt { get; init; }

    public DateTimeOffset? NextRunAt { get; init; }

    /// <summary>Rows exist for every occurrence up to here; null before the first plan.</summary>
    public DateTimeOffset? PlannedThrough { get; init; }

    /// <summary>Why it is planned anew: <c>edited</c>, <c>calendar</c> or <c>tzdb</c>; null when its plan only goes on.</summary>
    public string? PlanReason { get; init; }

    /// <summary>The time-zone data of its plan; null before the first.</summary>
    public string? PlanTzdb { get; init; }

    public bool IsPaused => PausedAt is not null;

    public BurstDefinition? ReadBurst() => Burst is { } burst ? JsonSerializer.Deserialize(burst.Text, BurstJson.Default.BurstDefinition) : null;

    /// <summary>Whether its reports go to the archive alone.</summary>
    public bool NamesNobody => Burst is null && JsonElement.Parse(DistributionConfig.Text).EnumerateObject().All(channel => channel.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0);

    public SchedulePolicies PolicySet => SchedulePolicies.Parse(Policies.Text);

    /// <returns>Null for a row that this program cannot read.</returns>
    public ScheduleDefinition? Rule => ScheduleReader.Restore(JsonElement.Parse(Definition.Text));
}

using System.Text.Json;
using Daybook.Storage;

namespace Daybook.Schedules.Policies;

/// <summary>What stands between a report that is made and its delivery, and what happens when making it fails.</summary>
internal sealed record SchedulePolicies
{
    public OnPartial OnPartial { get; init; }

    /// <summary>A Jinja expression over the report's data; it is delivered only where that is true. Null always delivers.</summary>
    public string? SendIf { get; init; }

    /// <summary>Whether somebody has to approve every report before it is delivered.</summary>
    public bool RequireApproval { get; init; }

    /// <summary>A Jinja expression over the report's data that says whether it is fresh; where it is false the report is held, and made anew when somebody releases it. Null does not ask.</summary>
    public string? FreshIf { get; init; }

    /// <summary>Whether a report that says the same as the one before is not delivered.</summary>
    public bool OnlyIfChanged { get; init; }

    /// <summary>How long a held occurrence waits for a person before it counts as missed, in minutes; null waits for ever.</summary>
    public int? HoldMinutes { get; init; }

    /// <summary>Times that an occurrence is begun before it has failed.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Wait after the first failed attempt, in seconds; each later wait is twice as long, up to an hour.</summary>
    public int RetrySeconds { get; init; } = 60;

    public static SchedulePolicies Parse(string json) => JsonSerializer.Deserialize(json, ScheduleRowsJson.Default.SchedulePolicies)!;

    public Json ToJson() => new(JsonSerializer.Serialize(this, ScheduleRowsJson.Default.SchedulePolicies));

    /// <param name="attempt">The one that failed, from 1.</param>
    public TimeSpan RetryAfter(int attempt) => TimeSpan.FromSeconds(Math.Min(RetrySeconds * Math.Pow(2, Math.Clamp(attempt - 1, 0, 20)), 3600));
}

using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Delivery.Api;

namespace Daybook.Schedules.Api;

/// <summary>What a schedule takes, for the description of the API; docs/reference/schedules.md has every field. The body itself is read field by field, so that all that is wrong is told at once.</summary>
/// <param name="TemplateId">A new schedule needs it.</param>
/// <param name="Frequency">daily, weekly or monthly, with <paramref name="Time"/>; or else <paramref name="Rule"/>.</param>
/// <param name="Time">HH:mm, in the zone.</param>
/// <param name="Timezone">IANA zone; also <c>zone</c>.</param>
/// <param name="DaysOfWeek">MO to SU, with weekly.</param>
/// <param name="DayOfMonth">1 to 31, or last, with monthly.</param>
/// <param name="Distribution">Channel to its recipients.</param>
internal record ScheduleRequest(
    Guid? TemplateId = null,
    string? Name = null,
    string? Frequency = null,
    string? Time = null,
    ImmutableArray<string>? DaysOfWeek = null,
    JsonElement? DayOfMonth = null,
    JsonElement? Rule = null,
    ImmutableArray<string>? Times = null,
    string? Timezone = null,
    JsonElement? Parameters = null,
    ImmutableArray<string>? ExportFormats = null,
    DistributionRequest? Distribution = null,
    JsonElement? Burst = null,
    string? Locale = null,
    bool? IsActive = null,
    int? Priority = null,
    string? Calendar = null,
    string? OnHoliday = null,
    string? Gap = null,
    string? Overlap = null,
    string? MonthEnd = null,
    string? EarlyClose = null,
    int? AfterCloseMinutes = null,
    DateOnly? StartDate = null,
    DateOnly? EndDate = null,
    string? ReportDate = null,
    string? Period = null,
    JsonElement? Shifts = null,
    string? Misfire = null,
    string? StartDeadline = null,
    int? CatchUpCap = null,
    string? Concurrency = null,
    string? PrepareLead = null,
    string? JitterMax = null,
    string? MinSpacing = null,
    int? MaxAttempts = null,
    int? RetrySeconds = null,
    string? OnPartial = null,
    string? FreshIf = null,
    string? SendIf = null,
    bool? OnlyIfChanged = null,
    bool? RequireApproval = null,
    int? HoldMinutes = null);

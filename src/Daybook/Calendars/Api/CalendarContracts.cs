using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars.Stored;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Api;

namespace Daybook.Calendars.Api;

/// <param name="BuiltIn">Whether it comes with the program and cannot be changed.</param>
/// <param name="Close">When business ends on an ordinary day, as <c>HH:mm</c>; null where the calendar does not say.</param>
/// <param name="Subscription">The ICS file that is read regularly; null without one.</param>
/// <param name="Definition">The calendar itself; lists leave it out.</param>
internal sealed record CalendarContract(
    string Id, string Name, string Version, string Zone, bool BuiltIn, string? Close, CalendarFeedContract? Subscription, JsonElement? Definition, DateTimeOffset? UpdatedAt)
{
    public static CalendarContract Of(CalendarDefinition calendar, StoredCalendar? stored, bool isWhole) => new(
        calendar.Id,
        calendar.Name,
        calendar.Version,
        calendar.Zone,
        stored is null,
        calendar.Close is { } close ? FieldText.Short(close) : null,
        stored is { FeedAddress: not null } ? CalendarFeedContract.Of(stored) : null,
        isWhole ? JsonElement.Parse(CalendarWriter.Text(calendar)) : null,
        stored?.UpdatedAt);
}

/// <param name="ReadAt">When it was last read without a mistake.</param>
/// <param name="Error">Why the last reading came to nothing; null when it was good.</param>
internal sealed record CalendarFeedContract(string Url, string TimedEvents, int RefreshHours, DateTimeOffset? DueAt, DateTimeOffset? ReadAt, string? Error)
{
    public static CalendarFeedContract Of(StoredCalendar calendar) =>
        new(calendar.FeedAddress!, TimedEventsWord.Of(calendar.FeedClosesEarly), calendar.FeedHours!.Value, calendar.FeedDueAt, calendar.FeedReadAt, calendar.FeedError);
}

/// <param name="TimedEvents"><c>ignore</c> or <c>close_early</c>.</param>
/// <param name="Confirm">The hash of the preview; without it nothing is kept.</param>
internal sealed record CalendarFeedRequest(string? Url, string? TimedEvents = null, int? RefreshHours = null, string? Confirm = null);

internal sealed record CalendarVersionContract(string Version, string ChangeDescription, string CreatedBy, DateTimeOffset CreatedAt, JsonElement Definition)
{
    public static CalendarVersionContract Of(CalendarVersion version) => new(
        StoredCalendar.VersionOf(version.Revision), version.ChangeDescription, version.CreatedBy, version.CreatedAt, JsonElement.Parse(version.Definition.Text));
}

/// <param name="Kind"><c>holiday</c>, <c>working_day</c> or <c>early_close</c>.</param>
/// <param name="Name">Of the holiday; null for the others.</param>
internal sealed record CalendarDateContract(string Date, string Kind, string? Name, string? ClosesAt);

/// <param name="KnownUntil">The last date that holidays are known for.</param>
internal sealed record CalendarDatesContract(string Id, string Version, string KnownUntil, ImmutableArray<CalendarDateContract> Dates);

/// <param name="Before">What the date is now: a holiday, a weekend, a business day, a time of an early close.</param>
internal sealed record CalendarChangeContract(string Date, string Before, string After);

/// <summary>What becomes of the planned runs of one schedule.</summary>
/// <param name="Changes">The first of them.</param>
internal sealed record ScheduleEffectContract(Guid Id, string Name, int Moved, int Added, int Removed, ImmutableArray<PlanChangeContract> Changes)
{
    private const int MostShown = 20;

    public static ScheduleEffectContract Of(ScheduleEffect effect) => new(
        effect.Id.Value, effect.Name, effect.Changes.Count(change => change.IsMoved), effect.Changes.Count(change => change.IsAdded), effect.Changes.Count(change => change.IsRemoved),
        [.. effect.Changes.Take(MostShown).Select(FuturePlan.Of)]);
}

/// <summary>What a change of a calendar does; and, where <paramref name="Saved"/>, did.</summary>
/// <param name="Hash">Names this change; send it as <c>confirm</c> to have it kept.</param>
/// <param name="ChangedDates">How many dates change; <paramref name="Dates"/> has the first of them.</param>
/// <param name="ChangedSchedules">How many schedules have planned runs that change; <paramref name="Schedules"/> has the first of them.</param>
internal sealed record CalendarChangedContract(
    string Message, bool Saved, string Version, string Hash, int ChangedDates, ImmutableArray<CalendarChangeContract> Dates, int ChangedSchedules, ImmutableArray<ScheduleEffectContract> Schedules,
    ImmutableArray<FieldError> Warnings)
{
    /// <summary>Timed events of the file that were left out.</summary>
    public int? IgnoredTimedEvents { get; init; }

    /// <summary>Events of the file that say they take no time.</summary>
    public int? IgnoredTransparentEvents { get; init; }
}

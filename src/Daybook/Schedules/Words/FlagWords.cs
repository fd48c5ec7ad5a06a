using Daybook.Schedules.TimeZones;

namespace Daybook.Schedules.Words;

/// <summary>Says what keeps a schedule from working, and what mends it.</summary>
internal static class FlagWords
{
    /// <param name="flag">A word of <see cref="ScheduleFlag"/>.</param>
    /// <param name="rule">Null where it cannot be read.</param>
    /// <returns>A clause without a full stop; an unknown word is given as it is.</returns>
    public static string Of(string flag, ScheduleDefinition? rule, TimeZoneData zones) => flag switch
    {
        ScheduleFlag.ZoneUnknown => $"the time-zone data {zones.Version} has no zone '{rule?.Zone}'{Near(rule, zones)}; give the schedule another zone, or the server other time-zone data",
        ScheduleFlag.CalendarUnknown => $"there is no calendar '{rule?.Calendar}' any more; name another in the schedule, or none",
        ScheduleFlag.Unreadable => "this program cannot read its rule, which another version wrote; save the rule again",
        ScheduleFlag.OwnerLeft => "whoever it belongs to may no longer sign in; give it to another owner",
        ScheduleFlag.TemplateInactive => "its template is no longer active; give it another, or activate the template",
        _ => flag,
    };

    /// <summary>Why nobody can have it run, or go on, as a sentence.</summary>
    public static string Refusal(string flag, ScheduleDefinition? rule, TimeZoneData zones) => $"The schedule cannot run as it is: {Of(flag, rule, zones)}.";

    private static string Near(ScheduleDefinition? rule, TimeZoneData zones) =>
        rule is not null && ZoneNames.Near(rule.Zone, zones) is { Count: > 0 } near ? $" (did you mean {string.Join(" or ", near)}?)" : "";
}

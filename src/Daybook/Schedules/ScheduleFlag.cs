namespace Daybook.Schedules;

/// <summary>Words for what keeps a schedule from working, so that somebody has to look after it.</summary>
internal static class ScheduleFlag
{
    /// <summary>Whoever it makes reports for may no longer sign in.</summary>
    public const string OwnerLeft = "owner_left";

    /// <summary>The time-zone data no longer holds its zone.</summary>
    public const string ZoneUnknown = "zone_unknown";

    public const string CalendarUnknown = "calendar_unknown";

    public const string TemplateInactive = "template_inactive";

    public const string Unreadable = "definition_unreadable";

    /// <summary>Whether every report of the schedule would fail, so that nobody is let to ask for one.</summary>
    public static bool Prevents(string? flag) => flag is OwnerLeft or TemplateInactive;
}

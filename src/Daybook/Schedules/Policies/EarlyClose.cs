namespace Daybook.Schedules.Policies;

/// <summary>Whether a slot moves to the calendar's early close.</summary>
internal enum EarlyClose
{
    Ignore,
    Follow,
}

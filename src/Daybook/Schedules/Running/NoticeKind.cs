namespace Daybook.Schedules.Running;

/// <summary>Kinds of notices.</summary>
internal static class NoticeKind
{
    public const string Failed = "occurrence.failed";

    /// <summary>There is a report, but something of it or of its delivery failed.</summary>
    public const string CompletedWithErrors = "occurrence.completed_with_errors";

    public const string Missed = "occurrence.missed";

    /// <summary>It was skipped because another run of the schedule was still active.</summary>
    public const string Overlapped = "occurrence.overlapped";

    public const string Held = "occurrence.held";

    /// <summary>The first good one after one that was not.</summary>
    public const string Recovered = "occurrence.recovered";

    /// <summary>New time-zone data or a new calendar moved planned occurrences.</summary>
    public const string Moved = "schedule.moved";

    public const string Flagged = "schedule.flagged";

    /// <summary>The database's clock jumped forward.</summary>
    public const string ClockJumped = "clock.jumped";

    /// <summary>A node's clock is too far from the database's.</summary>
    public const string ClockDiffers = "clock.differs";

    /// <summary>The mailbox that mails come back to cannot be read for minutes.</summary>
    public const string BouncesUnreadable = "bounces.unreadable";

    public const string BouncesReadable = "bounces.readable";

    /// <summary>A calendar cannot be read from its address any more.</summary>
    public const string CalendarUnread = "calendar.unread";

    public const string CalendarRead = "calendar.read";
}

namespace Daybook.Schedules.Running;

/// <summary>Notices that reach nobody.</summary>
/// <param name="Schedule">Null for what is about the server.</param>
/// <param name="Reason">A word of <see cref="NoticeAudience"/>, or <c>suppressed</c>.</param>
internal sealed record UntoldNotices(ScheduleId? Schedule, int Count, string Reason);

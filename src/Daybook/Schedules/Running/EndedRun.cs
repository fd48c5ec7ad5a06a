namespace Daybook.Schedules.Running;

/// <summary>A run that is over.</summary>
/// <param name="Notice">A word of <see cref="NoticeKind"/>; null where all is well, which is told only after something was not.</param>
internal sealed record EndedRun(Schedule Schedule, Occurrence Occurrence, RunEnd End, string? Notice);

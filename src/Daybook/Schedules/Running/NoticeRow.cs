namespace Daybook.Schedules.Running;

/// <summary>Something that owners are to be told, on its way into a row.</summary>
/// <param name="Kind">A word of <see cref="NoticeKind"/>.</param>
/// <param name="Text">A sentence for a reader; it holds nothing of a report's content.</param>
internal sealed record NoticeRow(string Kind, string? ScheduleId, string? OccurrenceId, string Text);

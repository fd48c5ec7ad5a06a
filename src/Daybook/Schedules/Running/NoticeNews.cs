using System.Collections.Immutable;

namespace Daybook.Schedules.Running;

/// <summary>What a mail about notices is called.</summary>
/// <param name="Event">As in <see cref="Delivery.Channels.ReportFacts"/>.</param>
/// <param name="Status">The word of the state that it tells of.</param>
internal sealed record NoticeNews(string Event, string Status)
{
    /// <summary>The gravest first.</summary>
    private static readonly ImmutableArray<(string Kind, NoticeNews News)> ByGravity =
    [
        (NoticeKind.Missed, new("report.missed", "missed")),
        (NoticeKind.Failed, new("report.failed", "failed")),
        (NoticeKind.CompletedWithErrors, new("report.incomplete", "completed_with_errors")),
        (NoticeKind.Held, new("report.held", "held")),
        (NoticeKind.Overlapped, new("schedule.notice", "skipped")),
        (NoticeKind.Recovered, new("report.recovered", "completed")),
        .. new[] { NoticeKind.ClockJumped, NoticeKind.ClockDiffers, NoticeKind.BouncesUnreadable, NoticeKind.BouncesReadable, NoticeKind.CalendarUnread, NoticeKind.CalendarRead }.Select(kind => (kind, new NoticeNews("server.notice", "notice"))),
    ];

    private static readonly NoticeNews Other = new("schedule.notice", "notice");

    /// <param name="kinds">Words of <see cref="NoticeKind"/>.</param>
    public static NoticeNews Of(IEnumerable<string> kinds)
    {
        var told = kinds.ToHashSet(StringComparer.Ordinal);
        return ByGravity.FirstOrDefault(news => told.Contains(news.Kind)).News ?? Other;
    }
}

using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Delivery.Channels;

/// <summary>What a message says about its report in fields of its own, for chats and programs.</summary>
/// <param name="Event">Why this is sent: <c>report.completed</c>, <c>report.failed</c>, <c>report.missed</c>, <c>report.incomplete</c>, <c>report.held</c>, <c>report.recovered</c>, <c>delivery.failed</c>, <c>schedule.notice</c> or <c>server.notice</c>.</param>
/// <param name="Status">The word of the report's state.</param>
/// <param name="Figures">The headline figures, in the order of the report.</param>
/// <param name="Failures">What failed in the report, a sentence each.</param>
/// <param name="ReportId">Null where nothing was made, as in the message about a missed report.</param>
/// <param name="Address">Where people read the whole report; null where the server has no public address.</param>
internal sealed record ReportFacts(
    string Event,
    string Title,
    LocalDate BusinessDate,
    string Status,
    Guid? ReportId,
    Guid? ScheduleId,
    Guid? OccurrenceId,
    ImmutableArray<HeadlineFigure> Figures,
    ImmutableArray<string> Failures,
    Uri? Address);

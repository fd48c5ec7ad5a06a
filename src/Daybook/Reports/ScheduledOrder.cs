using Daybook.Composition;
using Daybook.Schedules.Running;

namespace Daybook.Reports;

/// <summary>A report that a schedule asks for.</summary>
/// <param name="Period">What it covers; nothing of <paramref name="Request"/> that says otherwise counts.</param>
/// <param name="Priority">Of several that wait, those with the higher number go first.</param>
/// <param name="WantedAt">Of several that wait, the earlier goes first.</param>
internal sealed record ScheduledOrder(GenerateRequest Request, ReportPeriod Period, OccurrenceId OccurrenceId, int Priority, DateTimeOffset WantedAt);

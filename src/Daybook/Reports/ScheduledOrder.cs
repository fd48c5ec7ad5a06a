using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Schedules.Running;

namespace Daybook.Reports;

/// <summary>A report that a schedule asks for.</summary>
/// <param name="Caller">In whose name it is made.</param>
/// <param name="Period">What it covers; nothing of <paramref name="Request"/> that says otherwise counts.</param>
/// <param name="Priority">Of several that wait, those with the higher number go first.</param>
/// <param name="WantedAt">Of several that wait, the earlier goes first.</param>
internal sealed record ScheduledOrder(Caller Caller, GenerateRequest Request, ReportPeriod Period, OccurrenceId OccurrenceId, int Priority, DateTimeOffset WantedAt);

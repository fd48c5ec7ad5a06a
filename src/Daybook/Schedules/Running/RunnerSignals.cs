using Daybook.Delivery;
using Daybook.Reports;

namespace Daybook.Schedules.Running;

/// <summary>Everything that the runner is waiting for.</summary>
internal sealed class RunnerSignals(ReportSignals reports, DeliverySignals deliveries, ScheduleSignals schedules)
{
    /// <summary>Ends at the next change of any of them; take it before you look.</summary>
    public Task Next => Task.WhenAny(reports.Next, deliveries.Next, schedules.Next);

    public void Ordered() => reports.Changed();

    public void Planned() => deliveries.Changed();
}

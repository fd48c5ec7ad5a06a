using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Reports;

namespace Daybook.Schedules.Running;

/// <summary>Everything that the runner is waiting for.</summary>
internal sealed class RunnerSignals(ReportSignals reports, BurstSignals bursts, DeliverySignals deliveries, ScheduleSignals schedules)
{
    /// <summary>Ends at the next change of any of them; take it before you look.</summary>
    public Task Next => Task.WhenAny(reports.Next, bursts.Next, deliveries.Next, schedules.Next);

    public void Ordered()
    {
        reports.Changed();
        bursts.Changed();
    }

    public void Planned() => deliveries.Changed();
}

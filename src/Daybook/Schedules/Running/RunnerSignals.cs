using System.Collections.Immutable;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Reports;

namespace Daybook.Schedules.Running;

/// <summary>Everything that the runner is waiting for.</summary>
internal sealed class RunnerSignals(ReportSignals reports, BurstSignals bursts, DeliverySignals deliveries, ScheduleSignals schedules)
{
    /// <summary>Each ends at the next change of one of them; take them before you look.</summary>
    public ImmutableArray<Task> Next => [reports.Next, bursts.Next, deliveries.Next, schedules.Next];

    public void Ordered()
    {
        reports.Changed();
        bursts.Changed();
    }

    public void Planned() => deliveries.Changed();
}

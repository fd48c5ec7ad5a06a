using Daybook.Delivery;
using Daybook.Delivery.Bounces;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;

namespace Daybook.Telemetry;

/// <summary>Everything that <c>/metrics</c> says: the database's counts, which all nodes share, and this node's own measurements.</summary>
internal sealed class ServerMetrics(Database database, MeterTotals totals, WorkerPulses pulses, BounceMailboxState bounces, TimeProvider clock)
{
    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.Now();
        var found = await ServerCounts.ReadAsync(session, now, cancellationToken).ConfigureAwait(false);
        var wait = await ServerCounts.OldestWaitAsync(session, now, cancellationToken).ConfigureAwait(false);

        var text = new PrometheusText();
        text.Metric("daybook_info", "gauge", "What runs here.")
            .Sample("daybook_info", 1, ("version", ProgramVersion.Text), ("database", database.Dialect), ("time_zones", TimeZoneData.InUse.Version));
        States(text, "daybook_reports", "Reports by state; those that ended, of the last 24 hours.", found, "report", ReportState.All.Select(state => state.Word));
        text.Metric("daybook_report_queue_depth", "gauge", "Reports that wait to be made.").Sample("daybook_report_queue_depth", Count(found, "report", "pending"))
            .Metric("daybook_report_queue_oldest_seconds", "gauge", "How long the oldest of them has waited.").Sample("daybook_report_queue_oldest_seconds", wait);
        States(text, "daybook_schedules", "Schedules; a flagged one needs somebody to look after it.", found, "schedule", ["active", "flagged", "inactive", "paused"]);
        States(text, "daybook_occurrences", "Due moments of schedules by state; those that ended, of the last 24 hours.", found, "occurrence", OccurrenceState.All.Select(state => state.Word));
        text.Metric("daybook_occurrences_late", "gauge", $"Due moments that have not begun {ServerCounts.LateSeconds} seconds after they were to.")
            .Sample("daybook_occurrences_late", found.Where(count => count.Kind == "occurrence_late").Sum(count => count.Count));
        States(text, "daybook_notices", "What is to be told about schedules: what waits, and by who was told of what the last 24 hours brought.", found, "notice", ["waiting", NoticeAudience.Owner, NoticeAudience.Administrators, NoticeAudience.Nobody]);
        States(text, "daybook_deliveries", "Deliveries by state; those that ended, of the last 24 hours.", found, "delivery", DeliveryState.All.Select(state => state.Word));
        Stages(text);
        text.Metric("daybook_lease_take_overs_total", "counter", "Work that this node took over from one that fell silent.");
        foreach (var (what, count) in totals.TakeOvers)
            text.Sample("daybook_lease_take_overs_total", count, ("of", what));
        text.Metric("daybook_workers_silent", "gauge", "Background workers of this node that have not been heard of for a minute.").Sample("daybook_workers_silent", pulses.Silent().Count);
        text.Metric("daybook_bounce_mailbox_unreadable", "gauge", "Whether this node could not read the mailbox that mails come back to when it last tried.")
            .Sample("daybook_bounce_mailbox_unreadable", bounces.Now.State == BounceMailboxState.Unreadable ? 1 : 0);
        Process(text);
        return text.ToString();
    }

    /// <summary>A state that nothing is in is a 0, not a gap.</summary>
    private static void States(PrometheusText text, string name, string help, IEnumerable<StateCount> found, string kind, IEnumerable<string> states)
    {
        text.Metric(name, "gauge", help);
        foreach (var state in states)
            text.Sample(name, Count(found, kind, state), ("state", state));
    }

    private static long Count(IEnumerable<StateCount> found, string kind, string state) => found.FirstOrDefault(count => count.Kind == kind && count.State == state)?.Count ?? 0;

    private void Stages(PrometheusText text)
    {
        const string Name = "daybook_stage_duration_seconds";
        text.Metric(Name, "histogram", "How long the stages of this node took.");
        foreach (var ((stage, outcome), durations) in totals.Stages)
        {
            var (upTo, count, sum) = durations.Read();
            for (var bucket = 0; bucket < upTo.Length; bucket++)
                text.Sample(Name + "_bucket", upTo[bucket], ("stage", stage), ("outcome", outcome), ("le", PrometheusText.Number(DurationTotals.Bounds[bucket])));
            text.Sample(Name + "_bucket", count, ("stage", stage), ("outcome", outcome), ("le", "+Inf"))
                .Sample(Name + "_sum", sum, ("stage", stage), ("outcome", outcome))
                .Sample(Name + "_count", count, ("stage", stage), ("outcome", outcome));
        }
    }

    private static void Process(PrometheusText text)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        text.Metric("process_resident_memory_bytes", "gauge", "Resident memory.").Sample("process_resident_memory_bytes", Environment.WorkingSet)
            .Metric("process_cpu_seconds_total", "counter", "Processor time.").Sample("process_cpu_seconds_total", process.TotalProcessorTime.TotalSeconds)
            .Metric("process_threads", "gauge", "Threads.").Sample("process_threads", process.Threads.Count)
            .Metric("dotnet_gc_heap_bytes", "gauge", "Managed memory in use.").Sample("dotnet_gc_heap_bytes", GC.GetTotalMemory(forceFullCollection: false));
    }
}

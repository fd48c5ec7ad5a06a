using Daybook.Hosting;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Schedules;

public static class SchedulesSetup
{
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddOptionsOf<SchedulesOptions, SchedulesOptionsCheck>("Schedules")
            .AddSingleton(_ => TimeZoneData.InUse)
            .AddSingleton<ScheduleStore>().AddSingleton<OccurrenceStore>().AddSingleton<OccurrencePlanStore>().AddSingleton<OccurrenceHoldStore>()
            .AddSingleton<TickStore>().AddSingleton<PolicyStore>().AddSingleton<ClaimStore>().AddSingleton<RunStore>()
            .AddSingleton<OwnerNotices>().AddSingleton<NoticeSignals>().AddSingleton<NoticeStore>().AddSingleton<NoticeMail>()
            .AddSingleton(provider => new OccurrenceClock(provider.GetRequiredService<TimeProvider>(), isShared: provider.GetRequiredService<Database>().Dialect != "sqlite"))
            .AddSingleton<ClockWatch>().AddSingleton<ScheduleSignals>().AddSingleton<RunnerSignals>()
            .AddSingleton<SchedulePlanner>().AddSingleton<ScheduleTick>().AddSingleton<NodeClaims>()
            .AddSingleton<OccurrenceOrders>().AddSingleton<OccurrenceBursts>().AddSingleton<OccurrenceGates>().AddSingleton<OccurrenceDeliveries>().AddSingleton<RunEnds>().AddSingleton<OccurrenceBatches>().AddSingleton<OccurrenceRuns>()
            .AddSingleton<ScheduleActions>().AddSingleton<OccurrenceActions>().AddSingleton<AskedOccurrences>().AddSingleton<OccurrenceDecisionStore>()
            .AddHostedService<PlanningService>().AddHostedService<ScheduleRunner>().AddHostedService<NoticeSender>();
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<ScheduleId>();
        DapperTypes.Identity<OccurrenceId>();
        DapperTypes.Identity<NoticeId>();
        DapperTypes.Word<OccurrenceState>();
        DapperTypes.Word<OccurrenceOrigin>();
        DapperTypes.Word<OccurrenceStep>();
    }
}

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
            .AddSingleton(_ => TimeZoneData.InUse)
            .AddSingleton<ScheduleStore>().AddSingleton<OccurrenceStore>().AddSingleton<OccurrencePlanStore>().AddSingleton<OccurrenceHoldStore>()
            .AddSingleton<OwnerNotices>().AddSingleton<OccurrenceClock>().AddSingleton<ScheduleActions>();
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<ScheduleId>();
        DapperTypes.Identity<OccurrenceId>();
        DapperTypes.Word<OccurrenceState>();
        DapperTypes.Word<OccurrenceOrigin>();
        DapperTypes.Word<OccurrenceStep>();
    }
}

using Daybook.Schedules.Feed;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Schedules.Api;

public static class ScheduleApiSetup
{
    public static IServiceCollection AddScheduleApi(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddSingleton<ScheduleInput>().AddSingleton<ScheduleLibrary>().AddSingleton<ScheduleUseStore>().AddSingleton<CalendarSchedules>().AddSingleton<TemplateSchedules>()
            .AddSingleton<BackfillStore>().AddSingleton<Backfills>().AddSingleton<ExecutionStore>().AddSingleton<ScheduleFeedStore>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ScheduleApiJson.Default));
    }

    public static IEndpointRouteBuilder MapSchedules(this IEndpointRouteBuilder api)
    {
        ScheduleEndpoints.Map(api);
        DryRunEndpoints.Map(api);
        OccurrenceEndpoints.Map(api);
        RunEndpoints.Map(api);
        SchedulePresets.Map(api);
        ScheduleFeedEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes() => DapperTypes.Identity<ExecutionId>();
}

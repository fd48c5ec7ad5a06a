using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Schedules.Api;

public static class ScheduleApiSetup
{
    public static IServiceCollection AddScheduleApi(this IServiceCollection services) => services
        .AddSingleton<ScheduleInput>().AddSingleton<ScheduleLibrary>().AddSingleton<ScheduleUseStore>().AddSingleton<CalendarSchedules>().AddSingleton<TemplateSchedules>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ScheduleApiJson.Default));

    public static IEndpointRouteBuilder MapSchedules(this IEndpointRouteBuilder api)
    {
        ScheduleEndpoints.Map(api);
        DryRunEndpoints.Map(api);
        return api;
    }
}

using Daybook.Calendars.Api;
using Daybook.Calendars.Stored;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Calendars;

public static class CalendarsSetup
{
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton<CalendarStore>().AddSingleton<ServerCalendars>().AddSingleton<CalendarLibrary>().AddSingleton<CalendarFeeds>().AddSingleton<CalendarAnswers>()
        .AddHostedService<CalendarFeedWorker>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CalendarsJson.Default));

    public static IEndpointRouteBuilder MapCalendars(this IEndpointRouteBuilder api)
    {
        CalendarEndpoints.Map(api);
        CalendarImportEndpoints.Map(api);
        return api;
    }
}

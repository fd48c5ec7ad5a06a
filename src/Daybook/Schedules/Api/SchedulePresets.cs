using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Schedules.Api;

/// <summary>Schedules that many people want, ready to be completed by a template.</summary>
internal static class SchedulePresets
{
    public static ImmutableArray<SchedulePresetContract> All { get; } =
    [
        new("end_of_day", "End of Day Report", "Every day at the end of work, with the data since the report before.", "every day at 18:00",
            Body("""{"name":"End of Day Report","frequency":"daily","time":"18:00","export_formats":["pdf","markdown"]}""")),
        new("weekly_executive", "Weekly Executive Brief", "Every Monday morning, for the week before.", "every Monday at 09:00",
            Body("""{"name":"Weekly Executive Brief","frequency":"weekly","days_of_week":["MO"],"time":"09:00","export_formats":["pdf"]}""")),
        new("monthly_compliance", "Monthly Compliance Report", "On the last business day of the month; it waits for somebody's approval before it is delivered.", "on the last business day of every month at 17:00",
            Body("""{"name":"Monthly Compliance Report","rule":{"type":"monthly","on":"last_business_day"},"times":["17:00"],"zone":"UTC","export_formats":["pdf","html"],"require_approval":true}""")),
    ];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/schedule-presets", List).WithTags("Schedules").For(Role.Viewer).WithSummary("Schedules that many people want; a template and a zone complete them");

    private static Ok<IReadOnlyList<SchedulePresetContract>> List() => TypedResults.Ok<IReadOnlyList<SchedulePresetContract>>(All);

    private static JsonElement Body(string json) => JsonElement.Parse(json);
}

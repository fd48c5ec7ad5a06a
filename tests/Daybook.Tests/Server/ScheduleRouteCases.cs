namespace Daybook.Tests.Server;

/// <summary>The routes of schedules.</summary>
internal static class ScheduleRouteCases
{
    private const string Schedules = Site.Api + "/schedules";
    private const string One = Schedules + "/{scheduleId:guid}";

    /// <summary>A schedule that is there for nobody.</summary>
    private const string Nowhere = Schedules + "/00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Schedules}", "viewer", _ => Task.FromResult(new Call($"{Schedules}?limit=5&active_only=false"))) { Bad = new($"{Schedules}?cursor=!") },
        new($"POST {Schedules}", "author", async site => new Call(Schedules, Body(await site.NewReportTemplateAsync("author")))) { Bad = new(Schedules, new { frequency = "hourly", time = "25:00", timezone = "Mars/Base" }) },
        new($"POST {Schedules}/dry-run", "viewer", _ => Task.FromResult(new Call($"{Schedules}/dry-run", new { frequency = "daily", time = "18:00", count = 3 }))) { Bad = new($"{Schedules}/dry-run", new { frequency = "daily", time = "18:00", count = 500 }) },
        Of("GET", "", "viewer"),
        Of("PUT", "", "author", new { time = "19:00" }) with { Bad = new(Nowhere, new[] { 1 }) },
        Of("DELETE", "", "author"),
        Of("POST", "/pause", "author", new { note = "holiday" }) with { Bad = new($"{Nowhere}/pause", new { until = "x" }) },
        new($"POST {One}/resume", "author", async site => new Call($"{Schedules}/{await site.NewPausedScheduleAsync("author")}/resume", new { mode = "latest" })) { Bad = new($"{Nowhere}/resume", new { }) },
        Of("GET", "/next?n=3", "viewer") with { Bad = new($"{Nowhere}/next?n=0") },
    ];

    public static object Body(string template) => new { template_id = template, frequency = "daily", time = "18:00", timezone = "America/New_York" };

    private static RouteCase Of(string method, string below, string role, object? body = null) =>
        new($"{method} {One}{below.Split('?')[0]}", role, async site => new Call($"{Schedules}/{await site.NewScheduleAsync(role)}{below}", body));
}

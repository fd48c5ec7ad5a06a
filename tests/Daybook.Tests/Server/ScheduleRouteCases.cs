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
        new($"GET {Schedules}/due", "viewer", _ => Task.FromResult(new Call($"{Schedules}/due?limit=5"))) { Bad = new($"{Schedules}/due?from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z&state=nonsense") },
        new($"POST {Schedules}/feed", "viewer", _ => Task.FromResult(new Call($"{Schedules}/feed"))),
        new($"DELETE {Schedules}/feed", "viewer", _ => Task.FromResult(new Call($"{Schedules}/feed"))),
        new($"GET {Schedules}/feed.ics", "anonymous", async site => new Call(await site.NewFeedAsync())) { Bad = new($"{Schedules}/feed.ics?token=wrong"), BadStatus = 404 },
        new($"GET {Site.Api}/schedule-presets", "viewer", _ => Task.FromResult(new Call($"{Site.Api}/schedule-presets"))),
        Of("GET", "/occurrences?limit=5&state=planned", "viewer") with { Bad = new($"{Nowhere}/occurrences?state=nonsense") },
        Of("GET", "/executions?limit=5", "viewer") with { Bad = new($"{Nowhere}/executions?limit=0") },
        Of("GET", "/notices?limit=5", "viewer") with { Bad = new($"{Nowhere}/notices?limit=0") },
        Of("GET", "/metrics?days=30", "viewer") with { Bad = new($"{Nowhere}/metrics?days=0") },
        Of("POST", "/run", "author", new { business_date = "2026-05-04" }) with { Bad = new($"{Nowhere}/run", new { business_date = "0001-01-01" }) },
        Of("POST", "/test-run", "author", new { }) with { Bad = new($"{Nowhere}/test-run", new { business_date = "x" }) },
        Of("POST", "/backfill", "author", new { from = "2026-05-01", to = "2026-05-03" }) with { Bad = new($"{Nowhere}/backfill", new { to = "2026-05-03" }) },
        OfOccurrence("GET", "", "viewer", "planned"),
        OfOccurrence("POST", "/release", "author", "held"),
        OfOccurrence("POST", "/reject", "author", "held"),
        OfOccurrence("POST", "/cancel", "author", "planned"),
        OfOccurrence("POST", "/retry", "author", "failed"),
        new($"POST {Site.Api}/executions/{{executionId:guid}}/retry", "author", async site => new Call($"{Site.Api}/executions/{await site.NewExecutionAsync("author")}/retry", new { note = "again" }))
        {
            Bad = new($"{Site.Api}/executions/00000000-0000-0000-0000-000000000000/retry", new { note = 5 }),
        },
    ];

    private static RouteCase OfOccurrence(string method, string below, string role, string state) =>
        new($"{method} {Site.Api}/occurrences/{{occurrenceId:guid}}{below}", role, async site => new Call($"{Site.Api}/occurrences/{await site.NewOccurrenceAsync(role, state)}{below}", method == "GET" ? null : new { note = "tested" }))
        {
            Bad = method == "GET" ? null : new($"{Site.Api}/occurrences/00000000-0000-0000-0000-000000000000{below}", new { note = 5 }),
        };

    public static object Body(string template) => new { template_id = template, frequency = "daily", time = "18:00", timezone = "America/New_York" };

    private static RouteCase Of(string method, string below, string role, object? body = null) =>
        new($"{method} {One}{below.Split('?')[0]}", role, async site => new Call($"{Schedules}/{await site.NewScheduleAsync(role)}{below}", body));
}

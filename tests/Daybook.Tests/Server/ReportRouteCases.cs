namespace Daybook.Tests.Server;

/// <summary>The routes of reports and their exports.</summary>
internal static class ReportRouteCases
{
    private const string Reports = Site.Api + "/reports";
    private const string One = Reports + "/{reportId:guid}";
    private const string Export = Site.Api + "/exports/{exportId:guid}";

    /// <summary>A report that is there for nobody.</summary>
    private const string Nowhere = Reports + "/00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"POST {Reports}/generate", "author", async site => new Call($"{Reports}/generate", new { template_id = await site.NewReportTemplateAsync("author") })) { Bad = new($"{Reports}/generate", new { export_formats = new[] { "scroll" } }) },
        new($"GET {Reports}", "viewer", _ => Task.FromResult(new Call($"{Reports}?limit=5&status=completed"))) { Bad = new($"{Reports}?status=nonsense") },
        Of("GET", "", "viewer"),
        Of("GET", "/status", "viewer"),
        Of("GET", "/analyses", "viewer"),
        Of("POST", "/rerun", "author"),
        new($"POST {One}/cancel", "author", async site => new Call($"{Reports}/{await site.NewWaitingReportAsync("author")}/cancel")),
        Of("POST", "/export", "viewer", new { format = "html" }) with { Bad = new($"{Nowhere}/export", new { format = "scroll" }) },
        new($"POST {Reports}/export-batch", "viewer", async site => new Call($"{Reports}/export-batch", new { report_ids = new[] { await site.NewReportAsync("viewer") }, formats = new[] { "html" } }))
        {
            Bad = new($"{Reports}/export-batch", new { report_ids = Array.Empty<string>(), formats = new[] { "scroll" } }),
        },
        new($"GET {One}/diff/{{other:guid}}", "viewer", async site => new Call($"{Reports}/{await site.NewReportAsync("viewer")}/diff/{await site.NewReportAsync("viewer")}")),
        new($"GET {Export}/download", "viewer", async site => new Call($"{Site.Api}/exports/{await site.NewExportAsync("viewer")}/download")) { Bad = new($"{Site.Api}/exports/00000000-0000-0000-0000-000000000000/download?expires=x") },
        new($"POST {Export}/link", "viewer", async site => new Call($"{Site.Api}/exports/{await site.NewExportAsync("viewer")}/link")),
        new($"POST {Export}/revoke-links", "author", async site => new Call($"{Site.Api}/exports/{await site.NewExportAsync("author")}/revoke-links")),
    ];

    private static RouteCase Of(string method, string below, string role, object? body = null) =>
        new($"{method} {One}{below}", role, async site => new Call($"{Reports}/{await site.NewReportAsync(role)}{below}", body));
}

namespace Daybook.Tests.Server;

/// <summary>The routes of the archive.</summary>
internal static class ArchiveRouteCases
{
    private const string Archive = Site.Api + "/archive";
    private const string Reports = Site.Api + "/reports";
    private const string Holds = Reports + "/{reportId:guid}/holds";
    private const string Nowhere = "00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Archive}", "admin", _ => Task.FromResult(new Call(Archive))),
        new($"GET {Archive}/plan", "admin", _ => Task.FromResult(new Call($"{Archive}/plan?limit=10"))) { Bad = new($"{Archive}/plan?cursor=x") },
        new($"POST {Archive}/prune", "admin", _ => Task.FromResult(new Call($"{Archive}/prune"))),
        new($"GET {Holds}", "operator", async site => new Call($"{Reports}/{await site.NewReportAsync("operator")}/holds")) { IsPrivate = false },
        new($"POST {Holds}", "operator", async site => new Call($"{Reports}/{await site.NewReportAsync("operator")}/holds", new { reason = "Matter 7" }))
        {
            IsPrivate = false,
            Bad = new($"{Reports}/{Nowhere}/holds", new { reason = " " }),
        },
        new($"POST {Holds}/{{holdId:guid}}/release", "admin", async site => new Call(await site.NewHoldAsync() + "/release", new { reason = "Closed" }))
        {
            IsPrivate = false,
            Bad = new($"{Reports}/{Nowhere}/holds/{Nowhere}/release", new { reason = "" }),
        },
    ];
}

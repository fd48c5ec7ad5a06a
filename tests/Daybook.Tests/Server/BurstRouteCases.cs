using System.Net.Http.Json;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>The routes of bursts.</summary>
internal static class BurstRouteCases
{
    private const string Bursts = Site.Api + "/bursts";

    public static IEnumerable<RouteCase> All =>
    [
        new($"POST {Bursts}", "author", async site => new Call(Bursts, await BodyAsync(site))) { Bad = new(Bursts, new { burst = new { split = "team" } }) },
        new($"GET {Bursts}/{{burstId:guid}}", "author", async site =>
        {
            var ordered = await TestServer.OkAsync(site.Server.As("author").PostAsJsonAsync(Bursts, await BodyAsync(site), Site.Cancel));
            return new Call($"{Bursts}/{ordered.GetProperty("burst_id").GetString()}");
        }),
    ];

    private static async Task<object> BodyAsync(Site site) => new
    {
        report = new { template_id = await site.NewReportTemplateAsync("author"), report_date = "2026-05-04" },
        burst = new { split = "probe", recipients_from = new { dataset = "runs", key = "probe", channel_column = "probe", address = "probe" } },
    };
}

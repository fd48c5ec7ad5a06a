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
        new($"POST {Bursts}/{{burstId:guid}}/retry", "author", async site => new Call($"{await FailedAsync(site)}/retry", new { }))
        {
            Bad = new($"{Bursts}/00000000-0000-0000-0000-000000000000/retry", new { burst = 5 }),
        },
        new($"GET {Bursts}/{{burstId:guid}}", "author", async site =>
        {
            var ordered = await TestServer.OkAsync(site.Server.As("author").PostAsJsonAsync(Bursts, await BodyAsync(site), Site.Cancel));
            return new Call($"{Bursts}/{ordered.GetProperty("burst_id").GetString()}");
        }),
    ];

    /// <summary>It failed as a whole: the dataset has no such column.</summary>
    private static async Task<string> FailedAsync(Site site)
    {
        var author = site.Server.As("author");
        var ordered = await TestServer.OkAsync(author.PostAsJsonAsync(Bursts, await BodyAsync(site, "nobody"), Site.Cancel));
        var path = $"{Bursts}/{ordered.GetProperty("burst_id").GetString()}";
        while ((await TestServer.OkAsync(author.GetAsync(path, Site.Cancel))).GetProperty("state").GetString() is var state && state != "failed")
        {
            Assert.True(state is "waiting" or "running", state);
            await Task.Delay(20, Site.Cancel);
        }

        return path;
    }

    private static async Task<object> BodyAsync(Site site, string column = "probe") => new
    {
        report = new { template_id = await site.NewReportTemplateAsync("author"), report_date = "2026-05-04" },
        burst = new { split = "probe", recipients_from = new { dataset = "runs", key = column, channel_column = column, address = column } },
    };
}

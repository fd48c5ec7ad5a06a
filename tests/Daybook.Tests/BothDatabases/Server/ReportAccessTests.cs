using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Who gets at reports and their files: people, and whoever holds a signed link.</summary>
public abstract class ReportAccessTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_link_is_counted_and_good_for_nothing_else()
    {
        var (server, client, id) = await ReportTests.MadeAsync(fixture, "Linked", null, "markdown");
        var link = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/reports/{id}/export", new { format = "markdown" }, Cancel));
        Assert.StartsWith($"{server.Anonymous.BaseAddress}api/v1/cob/exports/", link.GetProperty("export_url").GetString(), StringComparison.Ordinal);
        var (url, export) = (link.GetProperty("export_url").GetString()!, link.GetProperty("export_id").GetString()!);
        for (var i = 0; i < 2; i++)
            await server.Anonymous.GetStringAsync(url, Cancel);
        var report = await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{id}", Cancel));
        Assert.Equal(2, report.GetProperty("exports")[0].GetProperty("download_count").GetInt32());

        var later = url.Replace("expires=", "expires=9", StringComparison.Ordinal);
        await TestServer.RefusedAsync(404, "not_found", server.Anonymous.GetAsync(later, Cancel));
        await TestServer.RefusedAsync(404, "not_found", server.Anonymous.GetAsync(url[..^2] + "AA", Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", server.Anonymous.GetAsync($"{Api}/exports/{export}/download", Cancel));
        await TestServer.RefusedAsync(404, "not_found", server.As("viewer").GetAsync($"{Api}/exports/{export}/download", Cancel));

        await TestServer.OkAsync(client.PostAsync($"{Api}/exports/{export}/revoke-links", null, Cancel));
        await TestServer.RefusedAsync(404, "not_found", server.Anonymous.GetAsync(url, Cancel));
        var fresh = await TestServer.OkAsync(client.PostAsync($"{Api}/exports/{export}/link", null, Cancel));
        await server.Anonymous.GetStringAsync(fresh.GetProperty("export_url").GetString(), Cancel);
    }

    [Fact]
    public async Task A_link_expires()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var server = await fixture.StartAsync(clock, ("Reports:LinkHours", "1"), ("Accounts:AccessTokenMinutes", "600"));
        var client = server.As("author");
        var id = await ReportTests.GenerateAsync(client, await ReportTests.TemplateAsync(client, "Expiring", ReportTests.Config()), "markdown");
        await ReportTests.FinishAsync(client, id);
        var link = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/reports/{id}/export", new { format = "markdown" }, Cancel));
        Assert.Equal(clock.GetUtcNow().AddHours(1), link.GetProperty("expires_at").GetDateTimeOffset());
        await server.Anonymous.GetStringAsync(link.GetProperty("export_url").GetString(), Cancel);
        clock.Advance(TimeSpan.FromHours(1));
        await TestServer.RefusedAsync(410, "link_expired", server.Anonymous.GetAsync(link.GetProperty("export_url").GetString(), Cancel));
    }

    [Fact]
    public async Task Reports_are_open_to_their_makers_operators_and_whom_the_template_names()
    {
        var server = await fixture.GetAsync();
        using var reader = await server.AddUserAsync("reportreader", "viewer", "management");
        var (_, client, id) = await ReportTests.MadeAsync(fixture, "Shared", ["management"], "markdown");
        foreach (var allowed in new[] { client, server.As("operator"), server.Admin, reader })
        {
            await TestServer.OkAsync(allowed.GetAsync($"{Api}/reports/{id}", Cancel));
            Assert.Contains((await TestServer.OkAsync(allowed.GetAsync(Api + "/reports?limit=200", Cancel))).EnumerateArray(), report => report.GetProperty("id").GetString() == id);
        }

        using var stranger = await server.AddUserAsync("reportstranger", "author");
        Assert.Empty((await TestServer.OkAsync(stranger.GetAsync(Api + "/reports", Cancel))).EnumerateArray());
        foreach (var path in new[] { "", "/status" })
            await TestServer.RefusedAsync(404, "not_found", stranger.GetAsync($"{Api}/reports/{id}{path}", Cancel));
        await TestServer.RefusedAsync(404, "not_found", stranger.PostAsJsonAsync($"{Api}/reports/{id}/export", new { format = "html" }, Cancel));
        await TestServer.RefusedAsync(404, "not_found", stranger.PostAsync($"{Api}/reports/{id}/cancel", null, Cancel));
        await TestServer.RefusedAsync(404, "not_found", stranger.PostAsync($"{Api}/reports/{id}/rerun", null, Cancel));
    }
}

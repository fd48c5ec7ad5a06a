using System.Net.Http.Json;
using Daybook.Accounts;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What somebody leaves behind when they leave.</summary>
public abstract class HandOverTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_somebody_owned_is_counted_flagged_and_given_to_somebody_else()
    {
        var server = await fixture.GetAsync();
        using var leaver = await server.AddUserAsync("leaving", "author");
        using var heir = await server.AddUserAsync("heir", "author");
        var template = await ReportTests.TemplateAsync(leaver, "Left behind", ReportTests.Config(user: "leaving"));
        var report = await ReportTests.GenerateAsync(leaver, template, "markdown");
        await ReportTests.FinishAsync(leaver, report);
        await TestServer.OkAsync(leaver.PostAsJsonAsync(Api + "/tokens", new { name = "ci" }, Cancel));
        var id = (await TestServer.OkAsync(leaver.GetAsync(Api + "/me", Cancel))).GetProperty("id").GetString()!;
        await ScheduleAsync(server, template, id);
        await TestServer.RefusedAsync(404, "not_found", heir.GetAsync($"{Api}/reports/{report}", Cancel));
        Assert.Equal((1, 1, 1, 1), Counts(await TestServer.OkAsync(server.Admin.GetAsync($"{Api}/users/{id}/ownership", Cancel))));

        var gone = await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/users/{id}", new { is_active = false }, Cancel));
        Assert.Equal((1, 1, 1, 0), Counts(gone.GetProperty("still_owns")));
        Assert.Equal("owner_left", await FlagAsync(server, template));

        foreach (var (to, code) in new[] { ("nobody", "unknown_user"), ("leaving", "unknown_user"), ("viewer", "wrong_role"), ("", "missing") })
        {
            var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync($"{Api}/users/{id}/hand-over", new { to }, Cancel));
            Assert.Contains(refusal.GetProperty("errors").EnumerateArray(), error => error.GetProperty("code").GetString() == code);
        }

        Assert.Equal((1, 1, 1, 0), Counts(await TestServer.OkAsync(server.Admin.PostAsJsonAsync($"{Api}/users/{id}/hand-over", new { to = "heir" }, Cancel))));
        Assert.Null(await FlagAsync(server, template));
        await TestServer.OkAsync(heir.GetAsync($"{Api}/reports/{report}", Cancel));
        await TestServer.OkAsync(heir.PutAsJsonAsync($"{Api}/templates/{template}", new { description = "Mine now" }, Cancel));
        Assert.Equal((0, 0, 0, 0), Counts(await TestServer.OkAsync(server.Admin.GetAsync($"{Api}/users/{id}/ownership", Cancel))));
        var entry = (await TestServer.OkAsync(server.Admin.GetAsync(Api + "/audit?action=user.handed_over", Cancel)))[0];
        Assert.Equal(("leaving", "heir"), (entry.GetProperty("before").GetProperty("owner").GetString(), entry.GetProperty("after").GetProperty("owner").GetString()));
    }

    [Fact]
    public async Task Whoever_comes_back_finds_their_schedules_as_they_were()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("returning", "author");
        var template = await ReportTests.TemplateAsync(client, "Returning", ReportTests.Config(user: "returning"));
        var id = (await TestServer.OkAsync(client.GetAsync(Api + "/me", Cancel))).GetProperty("id").GetString()!;
        await ScheduleAsync(server, template, id);
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/users/{id}", new { is_active = false }, Cancel));
        Assert.Equal("owner_left", await FlagAsync(server, template));
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/users/{id}", new { is_active = true }, Cancel));
        Assert.Null(await FlagAsync(server, template));
    }

    private static (int Templates, int Schedules, int Reports, int Tokens) Counts(System.Text.Json.JsonElement owned) =>
        (owned.GetProperty("templates").GetInt32(), owned.GetProperty("schedules").GetInt32(), owned.GetProperty("reports").GetInt32(), owned.GetProperty("tokens").GetInt32());

    /// <summary>A row as it was left: paused, so that nothing of it falls due in the test.</summary>
    private static async Task ScheduleAsync(TestServer server, string template, string owner)
    {
        await using var session = await server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
        await session.ExecuteAsync(
            "insert into cob_report_schedules (template_id, frequency, schedule_time, created_by, owner_id, is_active) values (@template, 'daily', '18:00:00', @owner, @owner, false)",
            new { template = new TemplateId(Guid.Parse(template)), owner = new UserId(Guid.Parse(owner)) },
            Cancel);
        await session.CommitAsync(Cancel);
    }

    private static async Task<string?> FlagAsync(TestServer server, string template)
    {
        await using var session = await server.Services.GetRequiredService<Database>().OpenAsync(Cancel);
        return await session.FindAsync<string>("select flag from cob_report_schedules where template_id = @template", new { template = new TemplateId(Guid.Parse(template)) }, Cancel);
    }
}

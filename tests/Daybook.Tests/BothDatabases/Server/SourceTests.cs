using System.Net.Http.Json;
using System.Text;
using Daybook.Storage;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class SourceTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";
    private const string Secret = "Bearer very-secret-token";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<string> AddAsync(TestServer server, object source) =>
        (await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/sources", source, Cancel))).GetProperty("id").GetString()!;

    private static async Task<string> FolderAsync(TestServer server, string name)
    {
        var folder = Path.Combine(server.Folder, "sources", name);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "findings.csv"), "id,open\na,3\nb,1\n", Cancel);
        return await AddAsync(server, new { name, kind = "file", settings = new { folder = name } });
    }

    private static object Template(string source, object dataset) => new
    {
        metadata = new { permissions = new { read = new[] { "user:author" }, write = Array.Empty<string>() } },
        parameters = new { shift = new { type = "text", @default = "Day" } },
        datasets = new { rows = dataset },
        blocks = new[] { new { id = "a", type = "data_block", order = 1, title = source, template = "{{ rows | length }} rows, {{ rows | map(attribute='open') | sum }} open" } },
    };

    private static async Task<string> ReportedAsync(HttpClient client, string template)
    {
        var report = await ReportTests.FinishAsync(client, await ReportTests.GenerateAsync(client, template, "markdown"));
        Assert.Equal("completed", report.GetProperty("status").GetString());
        return await client.GetStringAsync($"{Api}/exports/{report.GetProperty("exports")[0].GetProperty("id").GetString()}/download", Cancel);
    }

    private static Task<Loopback> TicketsAsync() => Loopback.StartAsync(async (context, _) =>
    {
        var isKnown = context.Request.Headers.Authorization == Secret && context.Request.Headers["X-Team"] == "red";
        context.Response.StatusCode = isKnown ? context.Request.Path == "/api/moved" ? 302 : 200 : 401;
        context.Response.Headers.Location = "http://localhost/elsewhere";
        if (!isKnown || context.Response.StatusCode == 302)
            return;
        context.Response.ContentType = context.Request.Path == "/api/tickets.csv" ? "text/csv" : "application/json; charset=utf-8";
        await context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/api/tickets.csv" => "id,open\nx,4\ny,5\n",
            "/api/open" => $$"""[{"id": "x", "open": 7, "day": "{{context.Request.Query["day"]}}"}]""",
            _ => "{}",
        });
    });

    [Fact]
    public async Task A_report_reads_the_files_of_a_configured_source_and_of_no_other_folder()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await FolderAsync(server, "team-a");
        var found = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/sources/{id}/test", new { }, Cancel));
        Assert.Equal((true, 1, "1 files of 16 bytes in team-a"), (found.GetProperty("succeeded").GetBoolean(), found.GetProperty("files").GetInt32(), found.GetProperty("message").GetString()));
        var rows = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/sources/{id}/test", new { dataset = new { path = "findings.csv", where = "open > 1" } }, Cancel));
        Assert.Equal((1, "1 rows of 2 columns"), (rows.GetProperty("rows").GetInt32(), rows.GetProperty("message").GetString()));
        var outside = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/sources/{id}/test", new { dataset = new { path = "../secret.csv" } }, Cancel));
        Assert.Equal((false, "outside_roots"), (outside.GetProperty("succeeded").GetBoolean(), outside.GetProperty("code").GetString()));
        Assert.False((await TestServer.OkAsync(client.GetAsync($"{Api}/sources/{id}", Cancel))).GetProperty("last_test_succeeded").GetBoolean());

        var template = await ReportTests.TemplateAsync(client, "Reads files", Template("file/team-a", new { source = "file/team-a", path = "findings.csv" }));
        Assert.Contains("2 rows, 4 open", await ReportedAsync(client, template), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_templates_name_cannot_go_and_they_are_listed()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await FolderAsync(server, "team-b");
        var template = await ReportTests.TemplateAsync(client, "Names it", Template("x", new { source = "file/team-b", path = "findings.csv" }));
        var usage = await TestServer.OkAsync(client.GetAsync($"{Api}/sources/{id}/usage", Cancel));
        Assert.Equal((template, 0), (Assert.Single(usage.GetProperty("templates").EnumerateArray()).GetProperty("template_id").GetString(), usage.GetProperty("others").GetInt32()));
        Assert.Equal(1, (await TestServer.OkAsync(server.As("operator").GetAsync($"{Api}/sources/{id}/usage", Cancel))).GetProperty("others").GetInt32());

        var refused = await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.DeleteAsync($"{Api}/sources/{id}", Cancel));
        Assert.Equal((template, "Names it 1 names the source"), (refused.GetProperty("errors")[0].GetProperty("field").GetString(), refused.GetProperty("errors")[0].GetProperty("message").GetString()));
        await TestServer.OkAsync(client.DeleteAsync($"{Api}/templates/{template}", Cancel));
        await TestServer.OkAsync(server.Admin.DeleteAsync($"{Api}/sources/{id}", Cancel));
        var back = await TestServer.RefusedAsync(422, "invalid_template", client.PutAsJsonAsync($"{Api}/templates/{template}", new { is_active = true }, Cancel));
        Assert.Equal("unknown_source", back.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("file/nowhere")]
    [InlineData("http/nowhere")]
    public async Task A_template_cannot_name_a_source_that_is_not_there(string source)
    {
        var server = await fixture.GetAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_template", server.As("author").PostAsJsonAsync(
            Api + "/templates", new { name = "Lost " + source, version = "1", template_config = Template("x", new { source, path = "a.csv" }) }, Cancel));
        Assert.Contains(source, refused.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_reads_what_another_host_answers_to_whoever_has_the_secret()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        await using var tickets = await TicketsAsync();
        var url = $"http://localhost:{tickets.Port}/api";
        var id = await AddAsync(server, new { name = "tickets", kind = "http", settings = new { url, headers = new Dictionary<string, string> { ["X-Team"] = "red" } }, secrets = new Dictionary<string, string> { ["Authorization"] = Secret } });
        var test = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/sources/{id}/test", new { dataset = new { path = "open", query = new { day = "{{ report_date }}" } } }, Cancel));
        Assert.Equal((true, $"{url}/open"), (test.GetProperty("succeeded").GetBoolean(), test.GetProperty("origins")[0].GetString()));

        var json = await ReportTests.TemplateAsync(client, "Reads JSON", Template("x", new { source = "http/tickets", path = "open", query = new { day = "{{ report_date }}" } }));
        Assert.Contains("1 rows, 7 open", await ReportedAsync(client, json), StringComparison.Ordinal);
        var csv = await ReportTests.TemplateAsync(client, "Reads CSV", Template("x", new { source = "http/tickets", path = "tickets.csv" }));
        Assert.Contains("2 rows, 9 open", await ReportedAsync(client, csv), StringComparison.Ordinal);

        var moved = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/sources/{id}/test", new { dataset = new { path = "moved" } }, Cancel));
        Assert.Equal("bad_answer", moved.GetProperty("code").GetString());
        foreach (var path in new[] { "../admin", "%2e%2e/admin", "a?x=1", "//localhost/x", "http://localhost/x" })
            await TestServer.RefusedAsync(422, "invalid_template", client.PostAsJsonAsync($"{Api}/sources/{id}/test", new { dataset = new { path } }, Cancel));
    }

    [Fact]
    public async Task Secrets_are_sealed_and_never_shown_again()
    {
        var server = await fixture.GetAsync();
        await using var tickets = await TicketsAsync();
        var settings = new { url = $"http://localhost:{tickets.Port}/api", headers = new Dictionary<string, string> { ["X-Team"] = "red" } };
        var id = await AddAsync(server, new { name = "sealed", kind = "http", settings, secrets = new Dictionary<string, string> { ["Authorization"] = Secret, ["X-Key"] = "other-secret" } });
        var shown = await server.Admin.GetStringAsync($"{Api}/sources/{id}", Cancel) + await server.Admin.GetStringAsync($"{Api}/sources", Cancel) + await server.Admin.GetStringAsync($"{Api}/audit?limit=50", Cancel);
        Assert.Contains("Authorization", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("other-secret", shown, StringComparison.Ordinal);
        await using (var session = await server.Services.GetRequiredService<Database>().OpenAsync(Cancel))
        {
            var kept = await session.GetAsync<byte[]>("select secrets from data_sources where name = 'sealed'", null, Cancel);
            Assert.DoesNotContain("secret", Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
        }

        // One goes, the other stays good; nothing has to be entered again.
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/sources/{id}", new { description = "Tickets", secrets = new Dictionary<string, string?> { ["X-Key"] = null } }, Cancel));
        var source = await TestServer.OkAsync(server.Admin.GetAsync($"{Api}/sources/{id}", Cancel));
        Assert.Equal(["Authorization"], source.GetProperty("secrets").EnumerateArray().Select(name => name.GetString()));
        Assert.True((await TestServer.OkAsync(server.Admin.PostAsJsonAsync($"{Api}/sources/{id}/test", new { }, Cancel))).GetProperty("succeeded").GetBoolean());
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/sources/{id}", new { secrets = new Dictionary<string, string?> { ["Authorization"] = "wrong" } }, Cancel));
        var failed = await TestServer.OkAsync(server.Admin.PostAsJsonAsync($"{Api}/sources/{id}/test", new { }, Cancel));
        Assert.Equal("bad_answer", failed.GetProperty("code").GetString());
        Assert.Contains("401", failed.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://example.com/")]
    [InlineData("https://user:pass@example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://example.com/?a=1")]
    [InlineData("no address")]
    public async Task An_address_that_must_not_be_called_is_refused(string url)
    {
        var server = await fixture.GetAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync(Api + "/sources", new { name = "evil", kind = "http", settings = new { url } }, Cancel));
        Assert.Equal("settings.url", refused.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Everything_wrong_with_a_source_is_said_at_once()
    {
        var server = await fixture.GetAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync(
            Api + "/sources",
            new
            {
                name = "A B",
                kind = "http",
                settings = new { url = "https://example.com/", format = "xml", timeout_seconds = 0, nonsense = 1, headers = new Dictionary<string, string> { ["Host"] = "x", ["Authorization"] = "x" } },
                secrets = new Dictionary<string, string> { ["X Y"] = "a\r\nb" },
            },
            Cancel));
        var fields = refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString());
        Assert.Equal(["name", "secrets", "secrets", "settings.format", "settings.headers", "settings.headers", "settings.nonsense", "settings.timeout_seconds"], fields.Order(StringComparer.Ordinal));
        await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync(Api + "/sources", new { name = "x", kind = "file", settings = new { folder = "../.." } }, Cancel));
        await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync(Api + "/sources", new { name = "x", kind = "inline" }, Cancel));
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_changed_is_refused()
    {
        var server = await fixture.GetAsync();
        var id = await FolderAsync(server, "team-c");
        using var answer = await server.Admin.GetAsync($"{Api}/sources/{id}", Cancel);
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/sources/{id}", new { description = "first" }, Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/sources/{id}") { Content = JsonContent.Create(new { description = "second" }) };
        request.Headers.TryAddWithoutValidation("If-Match", answer.Headers.ETag!.Tag);
        await TestServer.RefusedAsync(409, "stale_edit", server.Admin.SendAsync(request, Cancel));
        await TestServer.RefusedAsync(409, "already_exists", server.Admin.PostAsJsonAsync(Api + "/sources", new { name = "team-c", kind = "file", settings = new { folder = "." } }, Cancel));
    }
}

using System.Net.Http.Json;
using Daybook.Sources;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.Outgoing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>Nobody makes the server call what it alone can reach: by a source, a template or any other address that it is given.</summary>
public sealed class RequestForgeryTests(RouteServer fixture) : IClassFixture<RouteServer>
{
    private const string Api = Site.Api;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Ways to write an address of this machine, of its network or of the machine's cloud.</summary>
    public static TheoryData<string> InsideAddresses =>
    [
        "https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://0.0.0.0/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
        "https://10.0.0.1/", "https://192.168.0.1/", "https://172.16.0.1/", "https://169.254.169.254/latest/meta-data", "https://[fd00:ec2::254]/", "http://example.com/",
        "https://user:secret@example.com/", "file:///etc/passwd", "gopher://127.0.0.1/", "//127.0.0.1/",
    ];

    [Theory]
    [MemberData(nameof(InsideAddresses))]
    public async Task No_route_keeps_an_address_inside_the_house(string url)
    {
        var site = new Site(await fixture.GetAsync());
        var (source, calendar, webhook) = (await NewSourceAsync(site, "https://example.com/"), await site.NewCalendarAsync(), await site.NewWebhookAsync());
        foreach (var (method, path, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "/sources", new { name = Site.NewName("source"), kind = "http", settings = new { url } }),
            (HttpMethod.Put, $"/sources/{source.Id}", new { settings = new { url } }),
            (HttpMethod.Put, $"/calendars/{calendar}/subscription", new { url }),
            (HttpMethod.Post, "/webhooks", Site.NewWebhook(url)),
            (HttpMethod.Put, $"/webhooks/{webhook}", new { url }),
        })
        {
            var refused = await TestServer.RefusedAsync(422, "invalid_request", new Call(Api + path, body).SendAsync(method, site.Server.Admin, Cancel));
            Assert.EndsWith("url", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>An address was good when it was entered: the list of private hosts was longer, or the row comes from a backup.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("https://127.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    public async Task A_stored_source_that_leads_inside_reaches_nothing_by_test_preview_or_report(string address)
    {
        await using var inside = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        var site = new Site(await fixture.GetAsync());
        var (id, name) = await NewSourceAsync(site, "https://example.com/");
        await LeadAsync(site, name, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, inside.Port));
        await ReachesNothingAsync(site, id, name, inside);
    }

    [Fact]
    public async Task A_host_that_may_be_called_cannot_send_the_server_on_to_one_that_may_not()
    {
        await using var inside = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        await using var outside = await Loopback.StartAsync((context, _) =>
        {
            context.Response.Redirect(inside.Address.ToString());
            return Task.CompletedTask;
        });
        var site = new Site(await fixture.GetAsync());
        var (id, name) = await NewSourceAsync(site, $"http://localhost:{outside.Port}/");
        await ReachesNothingAsync(site, id, name, inside);
        Assert.NotEmpty(outside.Requests);
    }

    [Fact]
    public async Task Nothing_that_a_template_says_makes_the_server_call_another_address()
    {
        await using var inside = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        var server = await fixture.GetAsync();
        var address = inside.Address + "latest/meta-data";
        await Attack.PreviewAsync(server, ReportTests.Config($"![x]({address}) <img src=\"{address}\"> [x]({address}) <link rel=stylesheet href=\"{address}\">"), "html");
        foreach (var kind in SourceCatalog.Kinds)
        {
            foreach (var setting in new[] { "url", "path", "endpoint", "address", "connection", "query", "uri", "host" })
            {
                var config = new Dictionary<string, object>
                {
                    ["datasets"] = new Dictionary<string, object> { ["stolen"] = new Dictionary<string, object> { ["source"] = kind, [setting] = address, ["format"] = "json" } },
                    ["blocks"] = new[] { new { id = "a", type = "data_block", order = 1, title = "A", data_sources = new[] { "stolen" } } },
                };
                await Attack.PreviewAsync(server, config, "json");
            }
        }

        Assert.Empty(inside.Requests);
    }

    private static async Task ReachesNothingAsync(Site site, string id, string name, Loopback inside)
    {
        var author = site.Server.As("author");
        var tested = await TestServer.OkAsync(author.PostAsJsonAsync($"{Api}/sources/{id}/test", new { dataset = new { path = "secrets" } }, Cancel));
        Assert.False(tested.GetProperty("succeeded").GetBoolean());
        var config = Config("http/" + name);
        await Attack.PreviewAsync(site.Server, config, "html");
        var report = await ReportTests.FinishAsync(author, await ReportTests.GenerateAsync(author, await ReportTests.TemplateAsync(author, Site.NewName("Reads inside "), config), "json"));
        Assert.NotEqual("completed", report.GetProperty("status").GetString());
        Assert.Empty(inside.Requests);
    }

    private static object Config(string source) => new
    {
        parameters = new { shift = new { type = "text", @default = "Day" } },
        datasets = new { stolen = new { source, path = "secrets" } },
        blocks = new[] { new { id = "a", type = "data_block", order = 1, title = "A", template = "{{ stolen }}", data_sources = new[] { "stolen" } } },
    };

    private static async Task<(string Id, string Name)> NewSourceAsync(Site site, string url)
    {
        var name = Site.NewName("source");
        var made = await TestServer.OkAsync(site.Server.Admin.PostAsJsonAsync(Api + "/sources", new { name, kind = "http", settings = new { url } }, Cancel));
        return (made.GetProperty("id").GetString()!, name);
    }

    private static async Task LeadAsync(Site site, string name, string url)
    {
        await using var session = await site.Server.Services.GetRequiredService<Database>().BeginAsync(Cancel);
        Assert.Equal(1, await session.ExecuteAsync("update data_sources set settings = @settings where name = @name", new { settings = new Json($$"""{"url": "{{url}}"}"""), name }, Cancel));
        await session.CommitAsync(Cancel);
    }
}

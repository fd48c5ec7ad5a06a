using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>What attackers try, one test each. Routes, filters and fields are enumerated, so that new ones are tried too.</summary>
public sealed partial class SecurityTests(RouteServer fixture) : IClassFixture<RouteServer>
{
    private const string Api = Site.Api;
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> PrivateRoutes => [.. RouteCases.All.Where(route => route.IsPrivate && route.Pattern.Contains('{')).Select(route => route.Route)];

    public static TheoryData<string> Changes => [.. RouteCases.All.Where(route => route.LowestRole != "anonymous" && !route.Route.StartsWith("GET ", StringComparison.Ordinal)).Select(route => route.Route)];

    // Another user's report
    [Fact]
    public async Task Another_users_report_is_in_no_list_and_at_no_address()
    {
        var site = new Site(await fixture.GetAsync());
        var report = await site.NewReportAsync("author");
        using var stranger = await site.Server.AddUserAsync(Site.NewName("stranger"), "author");
        Assert.DoesNotContain(report, await stranger.GetStringAsync(Api + "/reports?limit=200", Cancel), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/status", "/diff/" + report })
            await TestServer.RefusedAsync(404, "not_found", stranger.GetAsync($"{Api}/reports/{report}{path}", Cancel));
    }

    // Guessing ids
    [Theory]
    [MemberData(nameof(PrivateRoutes))]
    public async Task Guessing_an_id_tells_nobody_whether_it_is_one(string route)
    {
        var site = new Site(await fixture.GetAsync());
        var known = RouteCases.All.Single(one => one.Route == route);
        var good = await known.Good(site);
        using var stranger = await site.Server.AddUserAsync(Site.NewName("guesser"), known.LowestRole);
        var existing = await AnswerAsync(good);
        var missing = await AnswerAsync(good with { Path = Id().Replace(good.Path, Attack.Nowhere) });
        Assert.Equal(missing, existing);

        async Task<string> AnswerAsync(Call call)
        {
            using var answer = await call.SendAsync(known.Method, stranger, Cancel);
            return $"{(int)answer.StatusCode} {TraceId().Replace(await answer.Content.ReadAsStringAsync(Cancel), "")}";
        }
    }

    [Fact]
    public async Task Ids_are_random()
    {
        var site = new Site(await fixture.GetAsync());
        var ids = new[] { await site.NewReportAsync("author"), await site.NewReportAsync("author"), await site.NewTemplateAsync("author"), await site.NewUserAsync() };
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.Equal(ids.Length, ids.Select(id => id[..8]).Distinct().Count());
    }

    // Tampered signed links, expired tokens
    [Fact]
    public async Task A_signed_link_is_good_for_its_own_export_unchanged()
    {
        var site = new Site(await fixture.GetAsync());
        var (export, other) = (await site.NewExportAsync("author"), await site.NewExportAsync("author"));
        var url = (await TestServer.OkAsync(site.Server.As("author").PostAsync($"{Api}/exports/{export}/link", null, Cancel))).GetProperty("export_url").GetString()!;
        using (var good = await site.Server.Anonymous.GetAsync(url, Cancel))
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        var tampered = Enumerable.Range(url.IndexOf('?', StringComparison.Ordinal) + 1, url.Length - url.IndexOf('?', StringComparison.Ordinal) - 2)
            .Where(at => char.IsAsciiLetterOrDigit(url[at])).Select(at => url[..at] + (url[at] == '1' ? '2' : '1') + url[(at + 1)..])
            .Append(url.Replace(export, other, StringComparison.Ordinal)).Append(url + "&expires=9999999999").Append(url[..url.IndexOf("&signature", StringComparison.Ordinal)]);
        foreach (var address in tampered)
        {
            using var answer = await site.Server.Anonymous.GetAsync(address, Cancel);
            Assert.True((int)answer.StatusCode is 401 or 404 or 422, $"{(int)answer.StatusCode} {address}");
        }
    }

    [Fact]
    public async Task An_expired_token_opens_nothing()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var server = await fixture.StartAsync(clock, ("Accounts:AccessTokenMinutes", "30"), ("Accounts:SessionHours", "1"));
        var personal = (await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/tokens", new { name = "ci", expires_in_days = 1 }, Cancel))).GetProperty("token").GetString()!;
        using var program = server.WithToken(personal);
        using var signedIn = await server.Anonymous.PostAsJsonAsync(Api + "/auth/session", new { username = "viewer", password = TestServer.Password }, Cancel);
        clock.Advance(TimeSpan.FromHours(25));
        await TestServer.RefusedAsync(401, "sign_in_required", server.Admin.GetAsync(Api + "/me", Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", program.GetAsync(Api + "/me", Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Get, Api + "/me");
        request.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        await TestServer.RefusedAsync(401, "sign_in_required", server.Anonymous.SendAsync(request, Cancel));
    }

    // Requests from another site
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task No_change_is_made_for_a_browser_that_another_site_sent(string route)
    {
        var site = new Site(await fixture.GetAsync());
        var known = RouteCases.All.Single(one => one.Route == route);
        using var signedIn = await site.Server.Anonymous.PostAsJsonAsync(Api + "/auth/session", new { username = known.LowestRole, password = TestServer.Password }, Cancel);
        var good = await known.Good(site);
        using var request = new HttpRequestMessage(known.Method, good.Path) { Content = good.Body is null ? null : good.Body as HttpContent ?? JsonContent.Create(good.Body) };
        request.Headers.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        await TestServer.RefusedAsync(403, "cross_site_request", site.Server.Anonymous.SendAsync(request, Cancel));
    }

    // Path traversal in artifact names, header injection in file names
    [Theory]
    [InlineData("../../../../tmp/owned")]
    [InlineData("..\\..\\owned")]
    [InlineData("%2e%2e%2fowned")]
    [InlineData("a\r\nX-Injected: yes")]
    [InlineData("a\"; filename=\"owned.exe")]
    [InlineData("a\u202Efdp.exe")]
    public async Task A_hostile_name_stays_within_its_header_and_its_folder(string name)
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        using var made = await client.PostAsJsonAsync(Api + "/templates", new { name = Site.NewName("Named "), version = "1", template_config = Attack.Template(name) }, Cancel);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var template = (await TestServer.JsonAsync(made)).GetProperty("id").GetString();
        using var ordered = await client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template, shift_name = name, @operator = name, export_formats = new[] { "html", "json" } }, Cancel);
        Assert.Equal(HttpStatusCode.OK, ordered.StatusCode);
        var report = await ReportTests.FinishAsync(client, (await TestServer.JsonAsync(ordered)).GetProperty("report_id").GetString()!);
        foreach (var export in report.GetProperty("exports").EnumerateArray())
        {
            using var file = await client.GetAsync($"{Api}/exports/{export.GetProperty("id").GetString()}/download", Cancel);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.False(file.Headers.Contains("X-Injected"));
            var disposition = file.Content.Headers.GetValues("Content-Disposition").Single();
            Assert.Matches("^attachment; filename=\"?[A-Za-z0-9 ._()-]+\"?(; filename\\*=UTF-8''[A-Za-z0-9._%()-]+)?$", disposition);
            Assert.DoesNotContain("..", disposition, StringComparison.Ordinal);
            Assert.DoesNotContain("%2F", disposition, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("%E2%80%AE", disposition, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(Directory.GetFiles(Path.Combine(server.Folder, FileContents.FolderName), "*", SearchOption.AllDirectories), kept => Assert.Matches("^[0-9a-f]{2,64}", Path.GetFileName(kept)));
    }

    // Oversized and deeply nested JSON
    [Fact]
    public async Task No_route_is_hurt_by_oversized_or_deeply_nested_json()
    {
        await using var server = await fixture.StartAsync(null, ("Hosting:MaxRequestBytes", "20000"));
        var deep = string.Concat(Enumerable.Repeat("{\"a\":[", 2000));
        var wide = "{\"name\":\"" + new string('x', 30_000) + "\"}";
        var routes = Attack.RoutesWithBodies(server).ToList();
        Assert.NotEmpty(routes);
        foreach (var (method, path, type) in routes)
        {
            foreach (var (body, statuses) in new[] { (deep, new[] { 400, 404, 422 }), (wide, [413]) })
            {
                using var content = new StringContent(body, Encoding.UTF8, type);
                using var answer = await new Call(path, content).SendAsync(new HttpMethod(method), server.Admin, Cancel);
                Assert.True(statuses.Contains((int)answer.StatusCode), $"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
            }
        }

        await TestServer.OkAsync(server.Admin.GetAsync(Api + "/me", Cancel));
    }

    // Templates that try to read files
    [Theory]
    [InlineData("{% include '/etc/passwd' %}")]
    [InlineData("{% include '../daybook.db' %}")]
    [InlineData("{% import 'daybook.json' as x %}")]
    [InlineData("{% extends 'file:///etc/passwd' %}")]
    [InlineData("{{ ''.__class__.__mro__[1].__subclasses__() }}")]
    [InlineData("{{ self._TemplateReference__context }}")]
    [InlineData("![x](file:///etc/passwd) [x](../../etc/passwd)")]
    public async Task A_template_reads_no_file(string text)
    {
        var server = await fixture.GetAsync();
        var preview = await Attack.PreviewAsync(server, ReportTests.Config(text), "html");
        Assert.DoesNotContain("root:", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<class", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"file:", preview, StringComparison.Ordinal);
    }

    // Script in every text field
    [Fact]
    public async Task Script_in_any_text_field_stays_text_in_the_page()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var template = await ReportTests.TemplateAsync(client, Site.NewName(Script), Attack.Template(Script));
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(
            Api + "/reports/generate",
            new { template_id = template, shift_name = Script, @operator = Script, classification = Script, parameters = new { note = Script }, export_formats = new[] { "html", "markdown" } },
            Cancel));
        var report = await ReportTests.FinishAsync(client, made.GetProperty("report_id").GetString()!);
        foreach (var export in report.GetProperty("exports").EnumerateArray())
        {
            using var file = await client.GetAsync($"{Api}/exports/{export.GetProperty("id").GetString()}/download", Cancel);
            Harmless(await file.Content.ReadAsStringAsync(Cancel));
            Assert.Contains("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        using var page = await client.GetAsync($"{Api}/templates/{template}/preview?format=html&sample_data=false", Cancel);
        Harmless(await page.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Script_in_what_a_page_shows_stays_text()
    {
        var site = new Site(await fixture.GetAsync());
        var (delivery, _) = await site.NewDeliveryAsync("accepted", Script);
        var shown = Uri.EscapeDataString("\">" + Script);
        using var form = new FormUrlEncodedContent([new("token", "\">" + Script), new("username", "\">" + Script), new("password", "x")]);
        foreach (var call in new[]
        {
            new Call($"/setup?token={shown}"), new Call("/setup", form), new Call($"/unsubscribe/{delivery}?signature={await site.UnsubscribeSignatureAsync(delivery)}"),
            new Call($"/auth/oidc/callback?state={shown}&error={shown}&error_description={shown}"),
        })
        {
            using var answer = await call.SendAsync(call.Body is null ? HttpMethod.Get : HttpMethod.Post, site.Server.Anonymous, Cancel);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Harmless(await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task No_answer_lets_a_browser_guess_that_it_is_a_page()
    {
        var site = new Site(await fixture.GetAsync());
        foreach (var known in RouteCases.All)
        {
            var good = await known.Good(site);
            using var answer = await good.SendAsync(known.Method, good.By ?? site.As(known.LowestRole), Cancel);
            Assert.True(answer.Headers.GetValues("X-Content-Type-Options").Single() == "nosniff", known.Route);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.True(policy.Contains("default-src 'none'", StringComparison.Ordinal) && !policy.Contains("script-src 'unsafe-inline'", StringComparison.Ordinal), known.Route);
        }
    }

    // SQL in every filter
    [Theory]
    [InlineData("' or '1'='1")]
    [InlineData("'; drop table users; --")]
    [InlineData("%' union select password_hash from users --")]
    [InlineData("\\\0\"")]
    public async Task Sql_in_any_filter_is_only_text(string text)
    {
        var site = new Site(await fixture.GetAsync());
        var description = JsonElement.Parse(await site.Server.Anonymous.GetStringAsync("/openapi/v1.json", Cancel));
        var filters = 0;
        foreach (var known in RouteCases.All.Where(route => route.Route.StartsWith("GET ", StringComparison.Ordinal)))
        {
            var path = known.Pattern.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal);
            if (!description.GetProperty("paths").TryGetProperty(path, out var described) || !described.GetProperty("get").TryGetProperty("parameters", out var parameters))
                continue;
            var good = await known.Good(site);
            foreach (var parameter in parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            {
                var name = parameter.GetProperty("name").GetString()!;
                filters++;
                var call = new Call($"{good.Path.Split('?')[0]}?{name}={Uri.EscapeDataString(text)}");
                using var answer = await call.SendAsync(HttpMethod.Get, site.As(known.LowestRole), Cancel);
                var body = await answer.Content.ReadAsStringAsync(Cancel);
                Assert.True((int)answer.StatusCode < 500, $"{known.Route} {name}: {(int)answer.StatusCode} {body}");
                Assert.DoesNotContain("$argon2id$", body, StringComparison.Ordinal);
                if (parameter.GetProperty("schema") is var schema && (schema.TryGetProperty("format", out _) || !schema.GetProperty("type").ToString().Contains("string", StringComparison.Ordinal)))
                    Assert.True((int)answer.StatusCode == 422 && JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("field").GetString() == name, $"{known.Route} {name}: {(int)answer.StatusCode} {body}");
                if (body.StartsWith('[') && name is not ("cursor" or "limit"))
                    Assert.True(JsonElement.Parse(body).GetArrayLength() == 0, $"{known.Route} {name}: the filter let something through");
            }
        }

        Assert.True(filters > 10, $"only {filters} filters were found");
        await TestServer.OkAsync(site.Server.Admin.GetAsync(Api + "/users", Cancel));
    }

    /// <summary>In Markdown a backslash makes a mark of it.</summary>
    private static void Harmless(string page) => Assert.DoesNotMatch(Markup(), page);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("\"trace_id\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    [GeneratedRegex(@"(?<!\\)<(script>alert|img[^>]*onerror)", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}

using System.Net;
using System.Text;
using System.Text.Json;
using Daybook.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What holds for any request, whatever it asks for.</summary>
public abstract class RequestTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_beyond_the_budget_are_refused_until_it_fills()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var server = await fixture.StartAsync(clock, ("Accounts:RequestsPerMinute", "60"), ("Accounts:RequestBurst", "20"));
        var client = server.As("viewer");
        for (var left = 19; left >= 0; left--)
        {
            using var answer = await client.GetAsync(Api + "/me", Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("60", Assert.Single(answer.Headers.GetValues("X-RateLimit-Limit")));
            Assert.Equal($"{left}", Assert.Single(answer.Headers.GetValues("X-RateLimit-Remaining")));
        }

        using var refused = await client.GetAsync(Api + "/me", Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1", Assert.Single(refused.Headers.GetValues("Retry-After")));
        await TestServer.OkAsync(server.As("author").GetAsync(Api + "/me", Cancel));
        clock.Advance(TimeSpan.FromSeconds(1));
        await TestServer.OkAsync(client.GetAsync(Api + "/me", Cancel));
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_strict()
    {
        var server = await fixture.GetAsync();
        foreach (var path in new[] { "/health/live", Api + "/me", "/nowhere", "/setup" })
        {
            using var answer = await server.Anonymous.GetAsync(path, Cancel);
            // A page for people has one style of its own, which its hash allows and nothing else.
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(SecurityHeaders.Policy, System.Text.RegularExpressions.Regex.Replace(policy, "'sha256-[A-Za-z0-9+/]{43}='", "'self'"));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("""{"username": 5}""", "username")]
    [InlineData("""{"username": "a", "nonsense": 1}""", "nonsense")]
    [InlineData("""{"username": """, null)]
    [InlineData("", null)]
    public async Task A_body_that_is_not_what_the_address_takes_is_refused_and_nothing_of_the_program_shows(string body, string? field)
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Anonymous.PostAsync(Api + "/auth/login", content, Cancel));
        Assert.DoesNotContain("System.", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Daybook.", refusal.ToString(), StringComparison.Ordinal);
        if (field is not null)
            Assert.Equal(field, refusal.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("/users", """{"username": "a b", "nonsense": 1, "role": "king", "role": "admin", "groups": ["ok", 5, "NOT"], "email": 7, "password": "short"}""",
        "role: 'role' stands twice", "nonsense: is no field", "groups[1]: must be a text", "email: must be a text", "username: may hold letters", "password: must have at least", "groups: may hold")]
    [InlineData("/users", """{"usernam": "x"}""", "usernam: is no field of this request, which takes username, display_name, email, password, role, groups; did you mean 'username'?", "username: is needed")]
    [InlineData("/users", """{"username": "x", "username": "y"}""", "username: 'username' stands twice")]
    [InlineData("/webhooks", """{"name": 5, "url": "nowhere", "event": []}""", "name: must be a text", "event: is no field", "url: ", "events: ")]
    [InlineData("/tokens", """{"name": "", "expires_in_days": "7", "x": 1}""", "expires_in_days: must be a whole number", "x: is no field", "name: is needed")]
    [InlineData("/reports/generate", """{"template_id": 5, "parameters": {"a": 1, "a": 2}, "formats": []}""", "parameters.a: 'a' stands twice", "template_id: must be", "formats: is no field")]
    [InlineData("/schedules", """{"frequency": "daily", "time": "18:00", "time": "25:00", "rule": {"type": "daily", "type": "weekly"}}""", "time: 'time' stands twice", "rule.type: 'type' stands twice")]
    [InlineData("/templates", """{"name": "", "version": "1", "x": 1, "template_config": {"blocks": 5}}""", "x: is no field", "name: is needed", ": 'blocks' of the template must be a list")]
    [InlineData("/users", """[1]""", ": the body must be an object")]
    public async Task Everything_wrong_with_a_body_is_told_at_once(string path, string body, params string[] errors)
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + path, content, Cancel));
        var told = refusal.GetProperty("errors").EnumerateArray()
            .Select(error => $"{(error.TryGetProperty("field", out var field) ? field.GetString() : "")}: {error.GetProperty("message").GetString()}").ToList();
        Assert.All(errors, error => Assert.Contains(told, one => one.StartsWith(error, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mistake_in_the_text_of_a_body_is_told_with_its_place_and_what_to_write()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("{\"username\": \"x\",\n \"nonsense\": 1,\n 'email': null}", Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + "/users", content, Cancel));
        var errors = refusal.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(2, errors.Count);
        Assert.Equal((3, 2), (errors[0].GetProperty("line").GetInt32(), errors[0].GetProperty("column").GetInt32()));
        Assert.Equal("not_json", errors[0].GetProperty("code").GetString());
        Assert.Equal("write \"email\"", errors[0].GetProperty("advice").GetString());
        Assert.Equal("nonsense", errors[1].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("""{"username": "x", "groups": [""", "1,", "1]}")]
    [InlineData("""{"username": "x" """, """, "n#": 1""", "}")]
    public async Task Of_a_body_full_of_mistakes_the_first_are_told(string before, string mistake, string after)
    {
        var server = await fixture.GetAsync();
        var body = before + string.Concat(Enumerable.Range(0, 100_000).Select(count => mistake.Replace("#", count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))) + after;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + "/users", content, Cancel));
        Assert.Equal(50, refusal.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_missing_body_is_named_with_what_to_send()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("", Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + "/users", content, Cancel));
        var error = Assert.Single(refusal.GetProperty("errors").EnumerateArray());
        Assert.Equal("missing", error.GetProperty("code").GetString());
        Assert.Contains("/docs", error.GetProperty("advice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_of_a_body_that_is_refused_is_tried_without_effect()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("""{"username": "neverthere", "nonsense": 1}""", Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + "/users", content, Cancel));
        Assert.Single(refusal.GetProperty("errors").EnumerateArray());
        var users = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/users?limit=200", Cancel));
        Assert.DoesNotContain(users.EnumerateArray(), user => user.GetProperty("username").GetString() == "neverthere");
    }

    [Theory]
    [InlineData("deliveries?from=2026-05-04T18:00:00", "from")]
    [InlineData("deliveries?until=2026-05-04", "until")]
    [InlineData("schedules/due?to=2026-05-04T18:00:00+02:00", "to")]
    public async Task An_instant_without_its_offset_is_refused(string path, string field)
    {
        var server = await fixture.GetAsync();
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.GetAsync($"{Api}/{path}", Cancel));
        var error = Assert.Single(refusal.GetProperty("errors").EnumerateArray());
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.Contains("%2B", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await TestServer.OkAsync(server.Admin.GetAsync($"{Api}/schedules/due?to=2026-05-04T18:00:00%2B02:00", Cancel));
    }

    [Theory]
    [InlineData("/templates", """{"name": "\ud800"}""", 11)]
    [InlineData("/templates", """{"name": "x", "version": "1", "template_config": {"blocks": [{"id": "\udc00\ud83d"}]}}""", 70)]
    [InlineData("/schedules/dry-run", """{"rule": "\ud83dx"}""", 11)]
    public async Task Half_of_a_character_is_refused_with_its_place(string path, string body, int column)
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + path, content, Cancel));
        var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal(("not_json", 1, column), (error.GetProperty("code").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.Contains("is half of a character", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_halves_of_a_character_and_escaped_backslashes_are_text()
    {
        var server = await fixture.GetAsync();
        var (user, name) = (server.As("author"), "Whole " + Guid.CreateVersion7());
        using var content = new StringContent($$"""{"name": "{{name}}", "version": "1", "description": "\ud83d\ude00 \\ud800", "template_config": {{JsonSerializer.Serialize(ReportTests.Config())}}}""", Encoding.UTF8, "application/json");
        var made = await TestServer.OkAsync(user.PostAsync(Api + "/templates", content, Cancel));
        var kept = await TestServer.OkAsync(user.GetAsync($"{Api}/templates/{made.GetProperty("id").GetString()}", Cancel));
        Assert.Equal("\U0001F600 \\ud800", kept.GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("/schedules/dry-run")]
    [InlineData("/calendars")]
    [InlineData("/templates")]
    public async Task A_body_that_is_not_in_its_character_set_or_in_an_unknown_one_is_refused(string path)
    {
        var server = await fixture.GetAsync();
        using var broken = new ByteArrayContent([.. "{\"name\": \""u8, 0xC3, 0x28, .. "\"}"u8]);
        broken.Headers.ContentType = new("application/json");
        await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + path, broken, Cancel));
        using var unknown = new ByteArrayContent("{}"u8.ToArray());
        unknown.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=nonsense");
        await TestServer.RefusedAsync(415, "wrong_media_type", server.Admin.PostAsync(Api + path, unknown, Cancel));
    }

    [Theory]
    [InlineData("/templates?cursor=AApkNDRiNmQ2Yi0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA")]
    [InlineData("/sources?cursor=AAAA")]
    [InlineData("/deliveries?from=9999-12-31T23:59:59-14:00")]
    [InlineData("/schedules/due?to=9999-12-31T23:59:59-14:00")]
    [InlineData("/schedules/due?from=9999-12-31T23:59:59Z")]
    [InlineData("/schedules/due?to=0001-01-01T00:00:01Z")]
    public async Task What_no_list_can_begin_at_is_refused(string path)
    {
        var server = await fixture.GetAsync();
        await TestServer.RefusedAsync(422, "invalid_request", server.Admin.GetAsync(Api + path, Cancel));
    }

    [Theory]
    [InlineData("/templates?q=%00")]
    [InlineData("/templates?tag=a%00b")]
    [InlineData("/suppressions?recipient=%00")]
    public async Task A_character_that_no_database_keeps_is_no_fault_of_the_database(string path)
    {
        var server = await fixture.GetAsync();
        using var answer = await server.Admin.GetAsync(Api + path, Cancel);
        Assert.Contains((int)answer.StatusCode, new[] { 200, 422 });
    }

    [Theory]
    [InlineData("/sources", """{"name": "x", "kind": "http", "settings": {"url": "https://example.com/"}, "secrets": {"X-Key": null}}""", "secrets")]
    [InlineData("/bursts", """{"report": {"template_id": "TEMPLATE"}, "burst": {"split": "probe", "recipients": [null]}}""", "burst.recipients[0]")]
    [InlineData("/users", """{"username": "nobody.yet", "role": "viewer", "password": "correct horse battery", "groups": [null]}""", "groups")]
    [InlineData("/reports/generate", """{"template_id": "TEMPLATE", "export_formats": [null]}""", "export_formats")]
    [InlineData("/webhooks", """{"name": "x", "url": "https://example.com/", "events": [null]}""", "events")]
    public async Task Nothing_in_a_place_of_something_is_refused_by_name(string path, string body, string field)
    {
        var server = await fixture.GetAsync();
        var template = body.Contains("TEMPLATE", StringComparison.Ordinal) ? await ReportTests.TemplateAsync(server.Admin, "Nothing " + Guid.CreateVersion7(), ReportTests.Config(user: "admin")) : "";
        using var content = new StringContent(body.Replace("TEMPLATE", template, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync(Api + path, content, Cancel));
        Assert.Contains(field, refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_template_whose_metadata_are_null_has_those_of_the_request()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("""{"name": "Without metadata", "version": "1", "template_config": {"metadata": null, "blocks": []}}""", Encoding.UTF8, "application/json");
        await TestServer.OkAsync(server.Admin.PostAsync(Api + "/templates", content, Cancel));
    }

    [Fact]
    public async Task An_empty_password_is_wrong()
    {
        var server = await fixture.GetAsync();
        foreach (var body in new[] { """{"new_password": "correct horse battery"}""", """{"current_password": "", "new_password": "correct horse battery"}""" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var refused = await TestServer.RefusedAsync(422, "invalid_request", server.As("viewer").PutAsync(Api + "/me/password", content, Cancel));
            Assert.Equal("current_password", Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task A_schedule_may_end_on_the_last_date_of_the_calendar()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("""{"frequency": "daily", "time": "18:00", "start_date": "0001-01-01", "end_date": "9999-12-31"}""", Encoding.UTF8, "application/json");
        using var answer = await server.Admin.PostAsync(Api + "/schedules/dry-run", content, Cancel);
        Assert.True((int)answer.StatusCode is 200 or 422, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    [Fact]
    public async Task A_body_nested_too_deeply_is_refused()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent($$"""{"username": {{new string('[', 500)}}""", Encoding.UTF8, "application/json");
        await TestServer.RefusedAsync(422, "invalid_request", server.Anonymous.PostAsync(Api + "/auth/login", content, Cancel));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var server = await fixture.StartAsync(null, ("Hosting:MaxRequestBytes", "2000"));
        using var content = new StringContent(JsonSerializer.Serialize(new { username = new string('x', 5000) }), Encoding.UTF8, "application/json");
        var refusal = await TestServer.RefusedAsync(413, "too_large", server.Anonymous.PostAsync(Api + "/auth/login", content, Cancel));
        Assert.Contains("2,000 bytes", refusal.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("username=admin", Encoding.UTF8, "text/plain");
        await TestServer.RefusedAsync(415, "wrong_media_type", server.Anonymous.PostAsync(Api + "/auth/login", content, Cancel));
    }
}

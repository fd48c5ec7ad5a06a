using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class SignInTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_of_login_opens_the_api()
    {
        var server = await fixture.GetAsync();
        var me = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/me", Cancel));
        Assert.Equal("admin", me.GetProperty("username").GetString());
        Assert.False(me.TryGetProperty("password_hash", out _));
    }

    [Theory]
    [InlineData("admin", "wrong-password-wrong")]
    [InlineData("nobody", TestServer.Password)]
    [InlineData("' or 1=1 --", TestServer.Password)]
    public async Task Wrong_names_and_passwords_get_the_same_answer(string username, string password)
    {
        var server = await fixture.GetAsync();
        var body = await TestServer.RefusedAsync(401, "sign_in_failed", server.Anonymous.PostAsJsonAsync(Api + "/auth/login", new { username, password }, Cancel));
        Assert.Equal("The name, the password or the code is wrong, or the account is resting after failed attempts.", body.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("not.a.token")]
    [InlineData("dbk_unknown")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.")]
    [InlineData("")]
    public async Task A_token_that_is_not_ours_opens_nothing(string token)
    {
        var server = await fixture.GetAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Api + "/me");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        await TestServer.RefusedAsync(401, "sign_in_required", server.Anonymous.SendAsync(request, Cancel));
    }

    [Fact]
    public async Task An_access_token_expires()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var server = await fixture.StartAsync(clock, ("Accounts:AccessTokenMinutes", "60"));
        await TestServer.OkAsync(server.Admin.GetAsync(Api + "/me", Cancel));
        clock.Advance(TimeSpan.FromMinutes(61));
        await TestServer.RefusedAsync(401, "sign_in_required", server.Admin.GetAsync(Api + "/me", Cancel));
    }

    [Fact]
    public async Task An_account_rests_after_failed_attempts_and_comes_back()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var server = await fixture.StartAsync(clock, ("Accounts:LockoutAttempts", "3"), ("Accounts:LockoutMinutes", "15"));
        for (var i = 0; i < 3; i++)
            await TestServer.RefusedAsync(401, "sign_in_failed", LoginAsync(server, "viewer", "wrong-password-wrong"));
        await TestServer.RefusedAsync(401, "sign_in_failed", LoginAsync(server, "viewer", TestServer.Password));
        clock.Advance(TimeSpan.FromMinutes(15));
        await TestServer.OkAsync(LoginAsync(server, "viewer", TestServer.Password));
    }

    [Fact]
    public async Task A_deactivated_user_is_out_at_once()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("leaver", "author");
        var token = (await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/tokens", new { name = "ci" }, Cancel))).GetProperty("token").GetString()!;
        using var program = server.WithToken(token);
        var me = await TestServer.OkAsync(program.GetAsync(Api + "/me", Cancel));
        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/users/{me.GetProperty("id").GetString()}", new { is_active = false }, Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", client.GetAsync(Api + "/me", Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", program.GetAsync(Api + "/me", Cancel));
        await TestServer.RefusedAsync(401, "sign_in_failed", LoginAsync(server, "leaver", TestServer.Password));
    }

    [Fact]
    public async Task A_personal_token_is_shown_once_and_can_be_revoked()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("builder", "viewer");
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/tokens", new { name = "ci", expires_in_days = 30 }, Cancel));
        var token = made.GetProperty("token").GetString()!;
        Assert.StartsWith("dbk_", token, StringComparison.Ordinal);
        var list = await TestServer.OkAsync(client.GetAsync(Api + "/tokens", Cancel));
        Assert.DoesNotContain(token, list.ToString(), StringComparison.Ordinal);
        using var program = server.WithToken(token);
        await TestServer.OkAsync(program.GetAsync(Api + "/me", Cancel));
        await TestServer.OkAsync(client.DeleteAsync($"{Api}/tokens/{made.GetProperty("id").GetString()}", Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", program.GetAsync(Api + "/me", Cancel));
    }

    [Fact]
    public async Task A_changed_password_ends_what_was_given_out_before()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("changer", "viewer");
        await TestServer.RefusedAsync(422, "invalid_request", client.PutAsJsonAsync(Api + "/me/password", new { current_password = "wrong", new_password = "another-long-one" }, Cancel));
        await TestServer.RefusedAsync(422, "invalid_request", client.PutAsJsonAsync(Api + "/me/password", new { current_password = TestServer.Password, new_password = "short" }, Cancel));
        await TestServer.OkAsync(client.PutAsJsonAsync(Api + "/me/password", new { current_password = TestServer.Password, new_password = "another-long-one" }, Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", client.GetAsync(Api + "/me", Cancel));
        await TestServer.OkAsync(LoginAsync(server, "changer", "another-long-one"));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_once_it_is_on()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
        await using var server = await fixture.StartAsync(clock);
        var client = server.As("author");
        var secret = (await TestServer.OkAsync(client.PostAsync(Api + "/me/second-factor", null, Cancel))).GetProperty("secret").GetString()!;
        var bytes = Totp.FromBase32(secret);
        await TestServer.RefusedAsync(422, "invalid_request", client.PutAsJsonAsync(Api + "/me/second-factor", new { secret, code = "000000" }, Cancel));
        await TestServer.OkAsync(client.PutAsJsonAsync(Api + "/me/second-factor", new { secret, code = Totp.CodeAt(bytes, clock.GetUtcNow()) }, Cancel));

        clock.Advance(TimeSpan.FromSeconds(60));
        await TestServer.RefusedAsync(401, "second_factor_required", LoginAsync(server, "author", TestServer.Password));
        await TestServer.RefusedAsync(401, "sign_in_failed", LoginAsync(server, "author", TestServer.Password, "123"));
        var code = Totp.CodeAt(bytes, clock.GetUtcNow());
        await TestServer.OkAsync(LoginAsync(server, "author", TestServer.Password, code));
        await TestServer.RefusedAsync(401, "sign_in_failed", LoginAsync(server, "author", TestServer.Password, code));

        clock.Advance(TimeSpan.FromSeconds(60));
        await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/me/second-factor/remove", new { code = Totp.CodeAt(bytes, clock.GetUtcNow()) }, Cancel));
        await TestServer.OkAsync(LoginAsync(server, "author", TestServer.Password));
    }

    [Fact]
    public async Task A_browsers_session_changes_nothing_without_its_token()
    {
        var server = await fixture.GetAsync();
        using var signedIn = await server.Anonymous.PostAsJsonAsync(Api + "/auth/session", new { username = "operator", password = TestServer.Password }, Cancel);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var csrf = (await TestServer.JsonAsync(signedIn)).GetProperty("csrf_token").GetString()!;
        var pair = cookie.Split(';')[0];

        await TestServer.OkAsync(SendAsync(HttpMethod.Get, Api + "/me", null));
        var session = await TestServer.OkAsync(SendAsync(HttpMethod.Get, Api + "/auth/session", null));
        Assert.Equal(csrf, session.GetProperty("csrf_token").GetString());
        await TestServer.RefusedAsync(403, "cross_site_request", SendAsync(HttpMethod.Post, Api + "/tokens", null));
        await TestServer.RefusedAsync(403, "cross_site_request", SendAsync(HttpMethod.Post, Api + "/tokens", new string('0', 64)));
        await TestServer.OkAsync(SendAsync(HttpMethod.Post, Api + "/tokens", csrf));
        await TestServer.OkAsync(SendAsync(HttpMethod.Delete, Api + "/auth/session", csrf));
        await TestServer.RefusedAsync(401, "sign_in_required", SendAsync(HttpMethod.Get, Api + "/me", null));

        async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Cookie", pair);
            if (token is not null)
                request.Headers.Add("X-CSRF-Token", token);
            if (method == HttpMethod.Post)
                request.Content = JsonContent.Create(new { name = "from a page" });
            return await server.Anonymous.SendAsync(request, Cancel);
        }
    }

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
    public async Task The_last_administrator_stays()
    {
        var server = await fixture.GetAsync();
        var me = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/me", Cancel));
        var address = $"{Api}/users/{me.GetProperty("id").GetString()}";
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PutAsJsonAsync(address, new { role = "viewer" }, Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PutAsJsonAsync(address, new { is_active = false }, Cancel));
    }

    [Fact]
    public async Task A_change_to_something_that_was_changed_meanwhile_is_refused()
    {
        var server = await fixture.GetAsync();
        using var _ = await server.AddUserAsync("edited", "viewer");
        var users = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/users?limit=200", Cancel));
        var id = users.EnumerateArray().Single(user => user.GetProperty("username").GetString() == "edited").GetProperty("id").GetString();
        using var read = await server.Admin.GetAsync($"{Api}/users/{id}", Cancel);
        var tag = read.Headers.ETag!.Tag;
        await TestServer.OkAsync(PutAsync(tag, "First"));
        await TestServer.RefusedAsync(409, "stale_edit", PutAsync(tag, "Second"));

        async Task<HttpResponseMessage> PutAsync(string ifMatch, string name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/users/{id}") { Content = JsonContent.Create(new { display_name = name }) };
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            return await server.Admin.SendAsync(request, Cancel);
        }
    }

    [Fact]
    public async Task What_people_do_is_in_the_audit_log_and_secrets_are_not()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("audited", "viewer", "blue-team");
        await client.PostAsJsonAsync(Api + "/tokens", new { name = "ci" }, Cancel);
        using var export = await server.Admin.GetAsync(Api + "/audit/export", Cancel);
        var log = await export.Content.ReadAsStringAsync(Cancel);
        var entries = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Contains(entries, entry => entry.GetProperty("action").GetString() == "user.created"
            && entry.GetProperty("actor_name").GetString() == "admin"
            && entry.GetProperty("address").GetString() is "127.0.0.1" or "::ffff:127.0.0.1"
            && entry.GetProperty("after").GetProperty("username").GetString() == "audited");
        Assert.Contains(entries, entry => entry.GetProperty("action").GetString() == "token.created" && entry.GetProperty("actor_name").GetString() == "audited");
        Assert.DoesNotContain("argon2id", log, StringComparison.Ordinal);
        Assert.DoesNotContain(TestServer.Password, log, StringComparison.Ordinal);
        var verdict = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/audit/verify", Cancel));
        Assert.Equal(0, verdict.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task Lists_come_in_parts_without_holes()
    {
        var server = await fixture.GetAsync();
        var names = new List<string>();
        for (string? next = Api + "/users?limit=2"; next is not null;)
        {
            using var answer = await server.Admin.GetAsync(next, Cancel);
            names.AddRange((await TestServer.JsonAsync(answer)).EnumerateArray().Select(user => user.GetProperty("username").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.Contains("viewer", names);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_be_strict()
    {
        var server = await fixture.GetAsync();
        foreach (var path in new[] { "/health/live", Api + "/me", "/nowhere", "/setup" })
        {
            using var answer = await server.Anonymous.GetAsync(path, Cancel);
            Assert.Equal(SecurityHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
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
        await TestServer.RefusedAsync(413, "too_large", server.Anonymous.PostAsync(Api + "/auth/login", content, Cancel));
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("username=admin", Encoding.UTF8, "text/plain");
        await TestServer.RefusedAsync(415, "wrong_media_type", server.Anonymous.PostAsync(Api + "/auth/login", content, Cancel));
    }

    private static Task<HttpResponseMessage> LoginAsync(TestServer server, string username, string password, string? code = null) =>
        server.Anonymous.PostAsJsonAsync(Api + "/auth/login", new { username, password, code }, Cancel);
}

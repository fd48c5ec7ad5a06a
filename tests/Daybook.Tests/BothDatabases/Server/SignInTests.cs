using System.Net.Http.Json;
using Daybook.Accounts;
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

    private static Task<HttpResponseMessage> LoginAsync(TestServer server, string username, string password, string? code = null) =>
        server.Anonymous.PostAsJsonAsync(Api + "/auth/login", new { username, password, code }, Cancel);
}

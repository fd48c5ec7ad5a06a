using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Daybook.Tests.BothDatabases.Server.Oidc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>Signing in at an OpenID provider.</summary>
public abstract class OidcTests(ServerFixture fixture) : IAsyncLifetime
{
    private const string Api = "/api/v1/cob";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero));
    private FakeProvider _provider = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _provider = await FakeProvider.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task<TestServer> StartAsync(params (string Name, string Value)[] settings) => fixture.StartAsync(
        _clock,
        [
            ("Oidc:Authority", _provider.Issuer), ("Oidc:ClientId", FakeProvider.ClientId), ("Oidc:ClientSecret", FakeProvider.ClientSecret),
            ("Oidc:Authors:0", "reporting"), ("Oidc:Admins:0", "reporting admins"), ("Oidc:GroupClaim", "groups"),
            ("Logging:LogLevel:Microsoft.AspNetCore.Authentication", "None"), .. settings,
        ]);

    [Fact]
    public async Task Somebody_whom_the_provider_knows_becomes_a_user_with_the_role_they_have_there()
    {
        await using var server = await StartAsync();
        var browser = new Browser(server);
        using var back = await browser.SignInAsync(_provider, new Person("ann") { Claims = new() { ["preferred_username"] = "Ann", ["name"] = "Ann O'Neill", ["groups"] = new[] { "/Blue Team", "admin", "!" } } }, "/reports?x=1");
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        Assert.Equal("/reports?x=1", back.Headers.Location!.ToString());
        var me = await browser.MeAsync();
        Assert.Equal(("ann", "Ann O'Neill", "author"), (me.GetProperty("username").GetString(), me.GetProperty("display_name").GetString(), me.GetProperty("role").GetString()));
        Assert.Equal(["blue-team"], me.GetProperty("groups").EnumerateArray().Select(group => group.GetString()));
        Assert.False(me.GetProperty("has_password").GetBoolean());

        var audit = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/audit?actor=ann&action=user.signed_in", Cancel));
        Assert.Equal(_provider.Issuer, audit[0].GetProperty("after").GetProperty("issuer").GetString());
        await TestServer.RefusedAsync(401, "sign_in_failed", server.Anonymous.PostAsJsonAsync(Api + "/auth/login", new { username = "ann", password = TestServer.Password }, Cancel));
    }

    [Fact]
    public async Task A_session_of_the_provider_obeys_the_same_rules_and_ends_there_too()
    {
        await using var server = await StartAsync();
        var browser = new Browser(server);
        using var back = await browser.SignInAsync(_provider, new Person("ann"));
        Assert.Contains("httponly", back.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("daybook_session=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        await TestServer.RefusedAsync(403, "cross_site_request", browser.SendAsync(HttpMethod.Post, Api + "/tokens", new { name = "x" }));
        var session = await TestServer.OkAsync(browser.SendAsync(HttpMethod.Get, Api + "/auth/session"));
        browser.Csrf = session.GetProperty("csrf_token").GetString();
        await TestServer.OkAsync(browser.SendAsync(HttpMethod.Post, Api + "/tokens", new { name = "x" }));
        var signedOut = await TestServer.OkAsync(browser.SendAsync(HttpMethod.Delete, Api + "/auth/session"));
        Assert.StartsWith(_provider.Issuer + "/logout?client_id=daybook&post_logout_redirect_uri=http", signedOut.GetProperty("sign_out_url").GetString(), StringComparison.Ordinal);
        await TestServer.RefusedAsync(401, "sign_in_required", browser.SendAsync(HttpMethod.Get, Api + "/me"));
    }

    [Fact]
    public async Task An_identity_token_that_is_not_good_lets_nobody_in()
    {
        await using var server = await StartAsync();
        var mallory = new Person("mallory");
        Person[] liars =
        [
            mallory with { Nonce = "another" }, mallory with { Issuer = "https://elsewhere.example" }, mallory with { Audience = "another-client" },
            mallory with { Age = TimeSpan.FromHours(-1) }, mallory with { Age = TimeSpan.FromHours(1) }, mallory with { IsForged = true }, mallory with { IsUnsigned = true }, mallory with { IsStripped = true },
        ];
        foreach (var liar in liars)
        {
            using var back = await new Browser(server).SignInAsync(_provider, liar);
            Assert.True(back.StatusCode == HttpStatusCode.Forbidden, $"{(int)back.StatusCode} for {liar}");
            Assert.DoesNotContain(back.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("daybook_session=", StringComparison.Ordinal));
        }

        Assert.Equal(liars.Length, _provider.Exchanges);
        Assert.DoesNotContain((await TestServer.OkAsync(server.Admin.GetAsync(Api + "/users?limit=200", Cancel))).EnumerateArray(), user => user.GetProperty("username").GetString() == "mallory");
    }

    [Fact]
    public async Task An_answer_that_another_browser_asked_for_lets_nobody_in()
    {
        await using var server = await StartAsync();
        var attacker = new Browser(server);
        var address = _provider.Authorize(await attacker.BeginAsync(), new Person("mallory"));
        var victim = new Browser(server);
        using var planted = await victim.SendAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.Forbidden, planted.StatusCode);
        using var invented = await victim.SendAsync(HttpMethod.Get, "/auth/oidc/callback?code=x&state=y");
        Assert.Equal(HttpStatusCode.Forbidden, invented.StatusCode);
        Assert.Equal(0, _provider.Exchanges);
    }

    [Fact]
    public async Task An_answer_that_names_another_provider_lets_nobody_in()
    {
        await using var server = await StartAsync();
        var browser = new Browser(server);
        using var mixed = await browser.SendAsync(HttpMethod.Get, _provider.Authorize(await browser.BeginAsync(), new Person("ann")) + "&iss=https%3A%2F%2Felsewhere.example");
        Assert.Equal((HttpStatusCode.Forbidden, 0), (mixed.StatusCode, _provider.Exchanges));
        using var own = await browser.SendAsync(HttpMethod.Get, _provider.Authorize(await browser.BeginAsync(), new Person("ann")) + $"&iss={Uri.EscapeDataString(_provider.Issuer)}");
        Assert.Equal(HttpStatusCode.Found, own.StatusCode);
    }

    [Fact]
    public async Task A_provider_that_calls_itself_something_else_is_not_asked()
    {
        await using var server = await StartAsync(("Oidc:Authority", _provider.Issuer.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)));
        await TestServer.RefusedAsync(503, "provider_unavailable", server.Anonymous.GetAsync("/auth/oidc/sign-in", Cancel));
    }

    [Fact]
    public async Task An_account_of_equal_name_is_not_taken_over_until_an_administrator_links_it()
    {
        await using var server = await StartAsync();
        var person = new Person("subject-77") { Claims = new() { ["preferred_username"] = "VIEWER" } };
        var browser = new Browser(server);
        using var refused = await browser.SignInAsync(_provider, person);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("There is a user of your name here already", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        // The audit log holds what the administrator needs.
        var entry = (await TestServer.OkAsync(server.Admin.GetAsync(Api + "/audit?action=user.sign_in_refused", Cancel)))[0].GetProperty("after");
        var viewer = (await TestServer.OkAsync(server.As("viewer").GetAsync(Api + "/me", Cancel))).GetProperty("id").GetString();
        var link = new { issuer = entry.GetProperty("issuer").GetString(), subject = entry.GetProperty("subject").GetString() };
        var linked = await TestServer.OkAsync(server.Admin.PostAsJsonAsync($"{Api}/users/{viewer}/identities", link, Cancel));
        await TestServer.RefusedAsync(409, "already_exists", server.Admin.PostAsJsonAsync($"{Api}/users/{viewer}/identities", link, Cancel));

        var second = new Browser(server);
        using var back = await second.SignInAsync(_provider, person);
        Assert.Equal(viewer, (await second.MeAsync()).GetProperty("id").GetString());
        await TestServer.OkAsync(server.Admin.DeleteAsync($"{Api}/users/{viewer}/identities/{linked.GetProperty("id").GetString()}", Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", second.SendAsync(HttpMethod.Get, Api + "/me"));
        var third = new Browser(server);
        using var unlinked = await third.SignInAsync(_provider, person);
        Assert.Equal(HttpStatusCode.Forbidden, unlinked.StatusCode);
    }

    [Fact]
    public async Task Roles_follow_the_provider_and_whoever_has_none_or_is_switched_off_stays_out()
    {
        await using var server = await StartAsync();
        var ann = new Person("ann");
        var first = new Browser(server);
        using var begun = await first.SignInAsync(_provider, ann);
        var raised = new Browser(server);
        using var asAdmin = await raised.SignInAsync(_provider, ann with { Claims = new(ann.Claims) { ["realm_access"] = new Dictionary<string, object> { ["roles"] = new[] { "reporting admins" } } } });
        var me = await raised.MeAsync();
        Assert.Equal("admin", me.GetProperty("role").GetString());

        var without = new Browser(server);
        using var none = await without.SignInAsync(_provider, ann with { AccessClaims = [] });
        Assert.Equal(HttpStatusCode.Forbidden, none.StatusCode);

        await TestServer.OkAsync(server.Admin.PutAsJsonAsync($"{Api}/users/{me.GetProperty("id").GetString()}", new { is_active = false }, Cancel));
        await TestServer.RefusedAsync(401, "sign_in_required", raised.SendAsync(HttpMethod.Get, Api + "/me"));
        var later = new Browser(server);
        using var off = await later.SignInAsync(_provider, ann);
        Assert.Contains("switched off", await off.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_creates_nobody_lets_in_only_whom_an_administrator_linked()
    {
        await using var server = await StartAsync(("Oidc:CreateUsers", "false"));
        var browser = new Browser(server);
        using var refused = await browser.SignInAsync(_provider, new Person("ann"));
        Assert.Contains("has to link it", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_may_bring_a_token_of_the_provider_for_a_user_who_is_linked()
    {
        await using var server = await StartAsync(("Oidc:TokenAudience", "daybook-api"));
        var ann = new Person("ann");
        using (var program = server.WithToken(_provider.Token(ann, "daybook-api")))
            await TestServer.RefusedAsync(401, "sign_in_required", program.GetAsync(Api + "/me", Cancel));
        var browser = new Browser(server);
        using var back = await browser.SignInAsync(_provider, ann);
        using (var program = server.WithToken(_provider.Token(ann, "daybook-api")))
            Assert.Equal("ann", (await TestServer.OkAsync(program.GetAsync(Api + "/me", Cancel))).GetProperty("username").GetString());
        foreach (var wrong in new[]
        {
            _provider.Token(ann, FakeProvider.ClientId), _provider.Token(ann with { IsForged = true }, "daybook-api"),
            _provider.Token(ann with { Age = TimeSpan.FromHours(-1) }, "daybook-api"), _provider.Token(ann with { Issuer = "https://elsewhere.example" }, "daybook-api"),
        })
        {
            using var program = server.WithToken(wrong);
            await TestServer.RefusedAsync(401, "sign_in_required", program.GetAsync(Api + "/me", Cancel));
        }
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_the_browser_comes_back_to_the_public_address()
    {
        await using var server = await StartAsync(("Hosting:TrustedProxies:0", "127.0.0.1"), ("Hosting:PublicAddress", "https://reports.example.com"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/auth/oidc/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await server.Anonymous.SendAsync(request, Cancel);
        Assert.Contains("redirect_uri=https%3A%2F%2Freports.example.com%2Fauth%2Foidc%2Fcallback", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task The_way_back_leads_to_this_server_only()
    {
        await using var server = await StartAsync();
        foreach (var address in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)" })
            await TestServer.RefusedAsync(422, "invalid_request", server.Anonymous.GetAsync("/auth/oidc/sign-in?return_to=" + Uri.EscapeDataString(address), Cancel));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_to_be_away_and_passwords_go_on_working()
    {
        await using var server = await StartAsync();
        await _provider.DisposeAsync();
        await TestServer.RefusedAsync(503, "provider_unavailable", server.Anonymous.GetAsync("/auth/oidc/sign-in", Cancel));
        await TestServer.OkAsync(server.Anonymous.PostAsJsonAsync(Api + "/auth/login", new { username = "viewer", password = TestServer.Password }, Cancel));
        _provider = await FakeProvider.StartAsync(Cancel);
    }

    [Fact]
    public async Task A_provider_that_is_away_when_it_is_to_be_told_what_a_browser_will_ask_is_said_to_be_away_and_a_person_sees_a_page()
    {
        _provider.PushAddress = "http://127.0.0.1:1/push";
        await using var server = await StartAsync();
        await TestServer.RefusedAsync(503, "provider_unavailable", server.Anonymous.GetAsync("/auth/oidc/sign-in", Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/auth/oidc/sign-in");
        request.Headers.Add("Accept", "text/html,*/*;q=0.8");
        using var page = await server.Anonymous.SendAsync(request, Cancel);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("does not answer; try again in a moment", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_cancels_at_the_provider_is_told_that_and_one_whose_provider_goes_away_meanwhile_is_told_this()
    {
        await using var server = await StartAsync();
        var browser = new Browser(server);
        var state = QueryHelpers.ParseQuery((await browser.BeginAsync()).Query)["state"].ToString();
        using var cancelled = await browser.SendAsync(HttpMethod.Get, "/auth/oidc/callback?error=access_denied&state=" + Uri.EscapeDataString(state));
        Assert.Equal(HttpStatusCode.Forbidden, cancelled.StatusCode);
        Assert.Contains("You were not signed in", await cancelled.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var back = _provider.Authorize(await browser.BeginAsync(), new Person("ann"));
        await _provider.DisposeAsync();
        using var away = await browser.SendAsync(HttpMethod.Get, back);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("does not answer; try again in a moment", await away.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        _provider = await FakeProvider.StartAsync(Cancel);
    }

    [Fact]
    public async Task A_server_says_how_one_can_sign_in()
    {
        await using var server = await StartAsync(("Oidc:Name", "Security SSO"));
        var with = await TestServer.OkAsync(server.Anonymous.GetAsync(Api + "/auth/methods", Cancel));
        Assert.Equal("Security SSO", with.GetProperty("provider").GetProperty("name").GetString());
        var without = await fixture.GetAsync();
        Assert.Equal(JsonValueKind.Null, (await TestServer.OkAsync(without.Anonymous.GetAsync(Api + "/auth/methods", Cancel))).GetProperty("provider").ValueKind);
        await TestServer.RefusedAsync(404, "not_found", without.Anonymous.GetAsync("/auth/oidc/sign-in", Cancel));
    }
}

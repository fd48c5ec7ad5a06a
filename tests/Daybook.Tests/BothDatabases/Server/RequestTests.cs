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

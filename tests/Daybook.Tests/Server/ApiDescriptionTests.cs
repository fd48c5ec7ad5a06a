using System.Net.Http.Json;
using System.Text.Json;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.OnSqlite;

namespace Daybook.Tests.Server;

public sealed class ApiDescriptionTests(SqliteServer fixture) : IClassFixture<SqliteServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_committed_description_is_the_one_that_is_served()
    {
        var server = await fixture.GetAsync();
        var served = await server.Anonymous.GetStringAsync("/openapi/v1.json", Cancel);
        Golden.Matches(served.ReplaceLineEndings("\n").TrimEnd() + "\n", "../../../../docs/reference/openapi.json");
    }

    [Fact]
    public async Task Every_route_below_the_api_is_described_and_no_other()
    {
        var server = await fixture.GetAsync();
        var description = JsonElement.Parse(await server.Anonymous.GetStringAsync("/openapi/v1.json", Cancel));
        var described = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"));
        var routes = RouteCases.All.Select(route => route.Route)
            .Where(route => route != "GET /" && !route.Contains("/setup", StringComparison.Ordinal) && !route.Contains(" /unsubscribe", StringComparison.Ordinal) && !route.Contains(" /docs", StringComparison.Ordinal) && !route.Contains(" /openapi", StringComparison.Ordinal))
            .Select(route => route.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal));
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_route_says_what_it_answers_when_all_is_well()
    {
        var server = await fixture.GetAsync();
        var description = JsonElement.Parse(await server.Anonymous.GetStringAsync("/openapi/v1.json", Cancel));
        var silent = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject(), (path, method) => (Route: $"{method.Name} {path.Name}", method.Value))
            .Where(route => !route.Value.GetProperty("responses").EnumerateObject().Any(answer => answer.Name[0] is '2' or '3'));
        Assert.Empty(silent.Select(route => route.Route));
    }

    [Fact]
    public async Task A_schedule_takes_every_field_that_is_described()
    {
        var server = await fixture.GetAsync();
        var description = JsonElement.Parse(await server.Anonymous.GetStringAsync("/openapi/v1.json", Cancel));
        var fields = description.GetProperty("components").GetProperty("schemas").GetProperty("ScheduleRequest").GetProperty("properties").EnumerateObject().Select(field => field.Name).ToArray();
        Assert.Contains("days_of_week", fields);
        var body = fields.ToDictionary(field => field, _ => (string?)null);
        (body["frequency"], body["nonsense"]) = ("weekly", null);
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsJsonAsync("/api/v1/cob/schedules", body, Cancel));
        var unknown = refused.GetProperty("errors").EnumerateArray().Where(error => error.GetProperty("message").GetString()!.StartsWith("there is no field", StringComparison.Ordinal)).Select(error => error.GetProperty("field").GetString());
        Assert.Equal(["day_of_month", "nonsense"], unknown);
    }

    [Fact]
    public async Task The_page_of_the_api_loads_nothing_from_elsewhere()
    {
        var server = await fixture.GetAsync();
        using var answer = await server.Anonymous.GetAsync("/docs/", Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("script-src 'self' 'nonce-[A-Za-z0-9_-]{43}';", policy);
        Assert.Contains(policy.Split("'nonce-")[1].Split('\'')[0], page, StringComparison.Ordinal);
    }
}

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
        Assert.Equal(["nonsense"], unknown);
    }

    [Theory]
    [InlineData("calendars", "CalendarRequest", "properties")]
    [InlineData("schedules", "DistributionRequest", "additionalProperties/anyOf/2/properties", "distribution", "{\"email\":", "}")]
    [InlineData("schedules/dry-run", "DryRunRequest", "properties")]
    public async Task A_body_that_is_read_field_by_field_takes_every_field_that_is_described(string path, string schema, string place, string? field = null, string before = "", string after = "")
    {
        var server = await fixture.GetAsync();
        var described = JsonElement.Parse(await server.Anonymous.GetStringAsync("/openapi/v1.json", Cancel)).GetProperty("components").GetProperty("schemas").GetProperty(schema);
        foreach (var step in place.Split('/'))
            described = int.TryParse(step, out var index) ? described[index] : described.GetProperty(step);
        var fields = described.EnumerateObject().Select(one => one.Name).ToList();
        Assert.True(fields.Count > 1);
        var body = JsonSerializer.Serialize(fields.Append("nonsense").ToDictionary(name => name, name => (object?)(name switch { "frequency" => "weekly", "recipients" => new[] { "a@b.example" }, _ => null })));
        using var content = new StringContent(field is null ? body : $$"""{"{{field}}":{{before}}{{body}}{{after}}}""", System.Text.Encoding.UTF8, "application/json");
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.Admin.PostAsync("/api/v1/cob/" + path, content, Cancel));
        var unknown = refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()!).Where(message => message.StartsWith("there is no field", StringComparison.Ordinal)).ToList();
        Assert.Contains(unknown, message => message.StartsWith("there is no field 'nonsense'", StringComparison.Ordinal));
        Assert.DoesNotContain(unknown, message => !message.Contains("'nonsense'", StringComparison.Ordinal) && !message.Contains("'day_of_month'", StringComparison.Ordinal));
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

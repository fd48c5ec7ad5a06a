using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Hosting;
using Daybook.Tests.BothDatabases.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>Every route succeeds, refuses bad input, misses what is not there, and lets in only whom it should. A route without an entry fails here.</summary>
public sealed partial class RouteTests(RouteServer fixture) : IClassFixture<RouteServer>
{
    private static readonly string[] Roles = ["viewer", "author", "operator", "admin"];

    public static TheoryData<string> Routes => [.. RouteCases.All.Select(route => route.Route)];

    public static TheoryData<string> RoutesWithInput => [.. RouteCases.All.Where(route => route.Bad is not null).Select(route => route.Route)];

    public static TheoryData<string> RoutesOfThings => [.. RouteCases.All.Where(route => route.Pattern.Contains('{') && !route.MakesMissing).Select(route => route.Route)];

    public static TheoryData<string> RoutesOfUsers => [.. RouteCases.All.Where(route => route.LowestRole != "anonymous").Select(route => route.Route)];

    public static TheoryData<string> RoutesOfRoles => [.. RouteCases.All.Where(route => Array.IndexOf(Roles, route.LowestRole) > 0).Select(route => route.Route)];

    public static TheoryData<string> PrivateRoutes => [.. RouteCases.All.Where(route => route.IsPrivate && route.Pattern.Contains('{')).Select(route => route.Route)];

    public static TheoryData<string> RoutesOfEdits => [.. RouteCases.All.Where(IsEdit).Select(route => route.Route)];

    /// <summary>Where nothing is given out that an edit could be made from.</summary>
    private static readonly string[] WithoutVersions = [$"PUT {Site.Api}/delivery-passwords/{{name}}", $"PUT {Site.Api}/me/password", $"PUT {Site.Api}/me/second-factor"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_the_server_has_its_cases()
    {
        var server = await fixture.GetAsync();
        // The page of the API brings its own routes, for its scripts; ApiDescriptionTests looks at it.
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith(ApiDescription.PagePath, StringComparison.Ordinal)).ToList();
        var routes = endpoints.SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (Route: $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint))).ToList();
        Assert.Equal(
            RouteCases.All.Select(route => route.Route).Order(StringComparer.Ordinal),
            routes.Select(route => route.Route).Order(StringComparer.Ordinal));
        Assert.Empty(routes.Where(route => !route.Route.StartsWith("GET /openapi", StringComparison.Ordinal) && route.Route is not ("GET /" or "GET /setup") /* These answer the same, whatever is asked. */ && TakesInput(route.endpoint) && RouteCases.All.Any(known => known.Route == route.Route && known.Bad is null)).Select(route => route.Route + " takes input, but none is tried that is bad"));
    }

    [Fact]
    public async Task No_route_takes_an_instant_that_may_lack_its_offset()
    {
        var server = await fixture.GetAsync();
        var taken = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).Select(endpoint => (endpoint.DisplayName, Types: Taken(endpoint))).ToList();
        Assert.Contains(taken, route => route.Types.Contains(typeof(GivenInstant)));
        Assert.Empty(taken.Where(route => route.Types.Overlaps([typeof(DateTimeOffset), typeof(DateTime)])).Select(route => route.DisplayName));
    }

    /// <summary>The types of parameters and of everything that the body may hold.</summary>
    private static HashSet<Type> Taken(Endpoint endpoint)
    {
        var parameters = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) ?? [];
        return [.. Parts(endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType), .. parameters];
    }

    private static HashSet<Type> Parts(Type? body)
    {
        var (parts, left) = (new HashSet<Type>(), new Queue<Type>(body is null ? [] : [body]));
        while (left.TryDequeue(out var type))
        {
            if (!parts.Add(type) || type == typeof(GivenInstant))
                continue;
            foreach (var part in type.GetGenericArguments().Concat(type.Assembly == typeof(DaybookServer).Assembly ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.PropertyType) : []))
                left.Enqueue(part);
        }

        return parts;
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_succeeds(string route)
    {
        var (site, known) = await FindAsync(route);
        var good = await known.Good(site);
        using var answer = await good.SendAsync(known.Method, good.By ?? site.As(known.LowestRole), Cancel);
        var isExpected = known.GoodStatus is { } status ? (int)answer.StatusCode == status : answer.IsSuccessStatusCode;
        Assert.True(isExpected, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    [Theory]
    [MemberData(nameof(RoutesWithInput))]
    public async Task It_refuses_bad_input_and_says_what_is_bad(string route)
    {
        var (site, known) = await FindAsync(route);
        using var answer = await known.Bad!.SendAsync(known.Method, site.As(known.LowestRole), Cancel);
        Assert.Equal(known.BadStatus, (int)answer.StatusCode);
        if (known.IsPage)
        {
            Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            return;
        }

        var body = await TestServer.JsonAsync(answer);
        if (known.BadStatus == 422)
            Assert.All(body.GetProperty("errors").EnumerateArray(), error => Assert.NotEmpty(error.GetProperty("message").GetString()!));
    }

    [Theory]
    [MemberData(nameof(RoutesOfThings))]
    public async Task It_misses_what_is_not_there(string route)
    {
        var (site, known) = await FindAsync(route);
        var path = AnyId().Replace(known.Pattern, "00000000-0000-0000-0000-000000000000").Replace("{calendarId}", "no-such-calendar", StringComparison.Ordinal).Replace("{blockId}", "no-such-block", StringComparison.Ordinal).Replace("{name}", "no-such-thing", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal).Replace("{other:int}", "1", StringComparison.Ordinal);
        var good = await known.Good(site);
        var query = good.Path.Contains('?') ? good.Path[good.Path.IndexOf('?', StringComparison.Ordinal)..] : "";
        var missing = good with { Path = path + query };
        if (known.IsPage)
        {
            using var page = await missing.SendAsync(known.Method, site.As(known.LowestRole), Cancel);
            Assert.Equal((404, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        }
        else
            await TestServer.RefusedAsync(404, "not_found", missing.SendAsync(known.Method, site.As(known.LowestRole), Cancel));
    }

    [Theory]
    [MemberData(nameof(RoutesOfUsers))]
    public async Task It_is_closed_to_whoever_is_not_signed_in(string route)
    {
        var (site, known) = await FindAsync(route);
        var good = await known.Good(site);
        await TestServer.RefusedAsync(401, "sign_in_required", good.SendAsync(known.Method, site.Server.Anonymous, Cancel));
    }

    [Theory]
    [MemberData(nameof(RoutesOfRoles))]
    public async Task It_is_closed_to_lower_roles(string route)
    {
        var (site, known) = await FindAsync(route);
        var lower = Roles[Array.IndexOf(Roles, known.LowestRole) - 1];
        var good = await known.Good(site);
        await TestServer.RefusedAsync(403, "not_permitted", good.SendAsync(known.Method, site.As(lower), Cancel));
    }

    [Theory]
    [MemberData(nameof(PrivateRoutes))]
    public async Task It_hides_what_belongs_to_others(string route)
    {
        var (site, known) = await FindAsync(route);
        var good = await known.Good(site);
        using var stranger = await site.Server.AddUserAsync(Site.NewName("stranger"), known.LowestRole);
        await TestServer.RefusedAsync(404, "not_found", good.SendAsync(known.Method, stranger, Cancel));
    }

    [Theory]
    [MemberData(nameof(RoutesOfEdits))]
    public async Task It_refuses_an_edit_made_from_another_version(string route)
    {
        var (site, known) = await FindAsync(route);
        var stale = await known.Good(site) with { IfMatch = "\"999999\"" };
        await TestServer.RefusedAsync(409, "stale_edit", stale.SendAsync(known.Method, stale.By ?? site.As(known.LowestRole), Cancel));
    }

    [Fact]
    public async Task No_route_leaves_a_version_aside_that_a_request_names()
    {
        var client = (await fixture.GetAsync()).Admin;
        foreach (var route in RouteCases.All.Where(route => route.Method != HttpMethod.Get && route.Pattern.StartsWith(Site.Api, StringComparison.Ordinal) && !Compares(route)))
        {
            var call = new Call(AnyId().Replace(route.Pattern, "00000000-0000-0000-0000-000000000000")) { IfMatch = "\"1\"" };
            await TestServer.RefusedAsync(400, "bad_request", call.SendAsync(route.Method, client, Cancel));
        }
    }

    [Fact]
    public async Task No_route_leaves_a_parameter_aside_that_it_does_not_know()
    {
        var client = (await fixture.GetAsync()).Admin;
        foreach (var route in RouteCases.All.Where(route => route.Pattern.StartsWith(Site.Api, StringComparison.Ordinal)))
        {
            var path = AnyId().Replace(route.Pattern, "00000000-0000-0000-0000-000000000000").Replace(":int}", "}", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal).Replace("{other}", "1", StringComparison.Ordinal);
            using var answer = await new Call(path + "?statsu=failed").SendAsync(route.Method, client, Cancel);
            if ((int)answer.StatusCode == 415) // Where a file is wanted, what it is comes first.
                continue;
            Assert.True((int)answer.StatusCode == 422, $"{route}: {(int)answer.StatusCode}");
            var error = Assert.Single((await TestServer.JsonAsync(answer)).GetProperty("errors").EnumerateArray());
            Assert.Equal(("statsu", "unknown_parameter"), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Every_parameter_of_the_description_is_known_and_a_misspelt_one_is_named_with_the_nearest()
    {
        var client = (await fixture.GetAsync()).Admin;
        using var description = JsonDocument.Parse(Repository.Read("docs/reference/openapi.json"));
        foreach (var path in description.RootElement.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith(Site.Api, StringComparison.Ordinal)))
        {
            foreach (var operation in path.Value.EnumerateObject().Where(operation => operation.Value.TryGetProperty("parameters", out _)))
            {
                var names = operation.Value.GetProperty("parameters").EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString());
                // With one that is unknown, the answer names those that are not known, and nothing is done.
                var call = new Call($"{AnyName().Replace(path.Name, "00000000-0000-0000-0000-000000000000")}?no_such=1{string.Concat(names.Select(name => $"&{name}="))}");
                using var answer = await call.SendAsync(new HttpMethod(operation.Name.ToUpperInvariant()), client, Cancel);
                if ((int)answer.StatusCode is not (404 or 415)) // Where a number is wanted, there is no such address; where a file is, it comes first.
                    Assert.Equal("no_such", Assert.Single((await TestServer.JsonAsync(answer)).GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
            }
        }

        var refusal = await TestServer.RefusedAsync(422, "invalid_request", client.GetAsync($"{Site.Api}/reports?statsu=failed", Cancel));
        Assert.Equal("statsu is no parameter of this address, which takes cursor, end_date, limit, start_date, status, template_id; did you mean 'status'?", refusal.GetProperty("detail").GetString());
    }

    private static bool IsEdit(RouteCase route) => (route.Method == HttpMethod.Put || route.Method == HttpMethod.Patch) && !WithoutVersions.Contains(route.Route);

    /// <summary>Edits, and what else is done with a version that was seen.</summary>
    private static bool Compares(RouteCase route) => IsEdit(route) || OthersThatCompare.Contains(route.Route);

    private static readonly string[] OthersThatCompare =
    [
        $"DELETE {Site.Api}/templates/{{templateId:guid}}", $"POST {Site.Api}/templates/{{templateId:guid}}/versions", $"POST {Site.Api}/templates/{{templateId:guid}}/versions/{{version:int}}/restore",
        $"DELETE {Site.Api}/sources/{{sourceId:guid}}", $"DELETE {Site.Api}/schedules/{{scheduleId:guid}}", $"DELETE {Site.Api}/webhooks/{{webhookId:guid}}",
        $"DELETE {Site.Api}/calendars/{{calendarId}}", $"POST {Site.Api}/calendars/{{calendarId}}/import", $"DELETE {Site.Api}/calendars/{{calendarId}}/subscription",
    ];

    private async Task<(Site Site, RouteCase Case)> FindAsync(string route) =>
        (new Site(await fixture.GetAsync()), RouteCases.All.Single(known => known.Route == route));

    private static bool TakesInput(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        || endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(parameter => parameter.ParameterType == typeof(int?) || (parameter.ParameterType == typeof(string) && endpoint.RoutePattern.GetParameter(parameter.Name!) is null)) == true;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex AnyName();

    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex AnyId();
}

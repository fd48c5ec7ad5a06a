using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Hosting;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.OnSqlite;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>Every route succeeds, refuses bad input, misses what is not there, and lets in only whom it should. A route without an entry fails here.</summary>
public sealed partial class RouteTests(SqliteServer fixture) : IClassFixture<SqliteServer>
{
    private static readonly string[] Roles = ["viewer", "author", "operator", "admin"];

    /// <summary>Routes that a call changes in ways others depend on; each has tests of its own.</summary>
    internal static readonly Dictionary<string, string> Elsewhere = new()
    {
        [$"POST {Site.Api}/webhooks/{{webhookId:guid}}/test"] = nameof(WebhookTests.A_test_is_sent_at_once),
        [$"POST {Site.Api}/channels/{{name}}/test"] = nameof(ChannelTests.A_channel_is_tried_and_nothing_is_sent),
        [$"GET {Site.Api}/auth/session"] = nameof(SignInTests.A_browsers_session_changes_nothing_without_its_token),
        ["GET /auth/oidc/sign-in"] = nameof(OidcTests.Somebody_whom_the_provider_knows_becomes_a_user_with_the_role_they_have_there),
        [$"PUT {Site.Api}/me/password"] = nameof(SignInTests.A_changed_password_ends_what_was_given_out_before),
        [$"PUT {Site.Api}/delivery-passwords/{{name}}"] = nameof(PasswordTests.A_stored_password_is_never_given_out_and_without_it_nothing_is_sent),
        [$"PUT {Site.Api}/me/second-factor"] = nameof(SignInTests.A_second_factor_is_asked_for_once_it_is_on),
        [$"POST {Site.Api}/me/second-factor/remove"] = nameof(SignInTests.A_second_factor_is_asked_for_once_it_is_on),
    };

    public static TheoryData<string> Routes => [.. RouteCases.All.Select(route => route.Route)];

    public static TheoryData<string> RoutesWithInput => [.. RouteCases.All.Where(route => route.Bad is not null).Select(route => route.Route)];

    public static TheoryData<string> RoutesOfThings => [.. RouteCases.All.Where(route => route.Pattern.Contains('{')).Select(route => route.Route)];

    public static TheoryData<string> RoutesOfUsers => [.. RouteCases.All.Where(route => route.LowestRole != "anonymous").Select(route => route.Route)];

    public static TheoryData<string> RoutesOfRoles => [.. RouteCases.All.Where(route => Array.IndexOf(Roles, route.LowestRole) > 0).Select(route => route.Route)];

    public static TheoryData<string> PrivateRoutes => [.. RouteCases.All.Where(route => route.IsPrivate && route.Pattern.Contains('{')).Select(route => route.Route)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_the_server_has_its_cases()
    {
        var server = await fixture.GetAsync();
        // The page of the API brings its own routes, for its scripts; ApiDescriptionTests looks at it.
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith(ApiDescription.PagePath, StringComparison.Ordinal)).ToList();
        var routes = endpoints.SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (Route: $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}", endpoint))).ToList();
        Assert.Equal(
            RouteCases.All.Select(route => route.Route).Concat(Elsewhere.Keys).Order(StringComparer.Ordinal),
            routes.Select(route => route.Route).Order(StringComparer.Ordinal));
        Assert.Empty(routes.Where(route => !route.Route.StartsWith("GET /openapi", StringComparison.Ordinal) && route.Route != "GET /setup" /* These answer the same, whatever is asked. */ && TakesInput(route.endpoint) && RouteCases.All.Any(known => known.Route == route.Route && known.Bad is null)).Select(route => route.Route + " takes input, but none is tried that is bad"));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_succeeds(string route)
    {
        var (site, known) = await FindAsync(route);
        var good = await known.Good(site);
        using var answer = await good.SendAsync(known.Method, Client(site, known.LowestRole), Cancel);
        if (route == "POST /setup")
            Assert.Equal(410, (int)answer.StatusCode); // Its success needs a server without users and has a test of its own.
        else
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
    }

    [Theory]
    [MemberData(nameof(RoutesWithInput))]
    public async Task It_refuses_bad_input_and_says_what_is_bad(string route)
    {
        var (site, known) = await FindAsync(route);
        using var answer = await known.Bad!.SendAsync(known.Method, Client(site, known.LowestRole), Cancel);
        var body = await TestServer.JsonAsync(answer);
        Assert.Equal(known.BadStatus, (int)answer.StatusCode);
        if (known.BadStatus == 422)
            Assert.All(body.GetProperty("errors").EnumerateArray(), error => Assert.NotEmpty(error.GetProperty("message").GetString()!));
    }

    [Theory]
    [MemberData(nameof(RoutesOfThings))]
    public async Task It_misses_what_is_not_there(string route)
    {
        var (site, known) = await FindAsync(route);
        var path = AnyId().Replace(known.Pattern, "00000000-0000-0000-0000-000000000000").Replace("{calendarId}", "no-such-calendar", StringComparison.Ordinal).Replace("{blockId}", "no-such-block", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal).Replace("{other:int}", "1", StringComparison.Ordinal);
        var good = await known.Good(site);
        var query = good.Path.Contains('?') ? good.Path[good.Path.IndexOf('?', StringComparison.Ordinal)..] : "";
        await TestServer.RefusedAsync(404, "not_found", (good with { Path = path + query }).SendAsync(known.Method, Client(site, known.LowestRole), Cancel));
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
        await TestServer.RefusedAsync(403, "not_permitted", good.SendAsync(known.Method, Client(site, lower), Cancel));
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

    private async Task<(Site Site, RouteCase Case)> FindAsync(string route) =>
        (new Site(await fixture.GetAsync()), RouteCases.All.Single(known => known.Route == route));

    private static HttpClient Client(Site site, string role) => role == "anonymous" ? site.Server.Anonymous : site.Server.As(role);

    private static bool TakesInput(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null
        || endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(parameter => parameter.ParameterType == typeof(int?) || (parameter.ParameterType == typeof(string) && endpoint.RoutePattern.GetParameter(parameter.Name!) is null)) == true;

    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex AnyId();
}

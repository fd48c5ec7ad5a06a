using System.Net.Http.Json;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>Every route of the server, one entry each.</summary>
internal static class RouteCases
{
    private const string Api = Site.Api;

    public static IReadOnlyList<RouteCase> All { get; } = [.. Hosting, .. TemplateRouteCases.All, .. ReportRouteCases.All, .. BurstRouteCases.All, .. DeliveryRouteCases.All, .. CalendarRouteCases.All, .. ScheduleRouteCases.All, .. WebhookRouteCases.All, .. Accounts, .. OwnAccountRouteCases.All, .. ArchiveRouteCases.All, .. SourceRouteCases.All, .. Audit];

    private static IEnumerable<RouteCase> Hosting =>
    [
        Open("GET /health/live", "/health/live"),
        Open("GET /health/ready", "/health/ready"),
        Open("GET /openapi/v1.json", "/openapi/v1.json"),
        Open("GET /", "/") with { GoodStatus = 302 },
        Open("GET /setup", "/setup?token=x"),
        Plain("GET /metrics", "operator"),
        Open($"GET {Api}/auth/methods", $"{Api}/auth/methods"),
        // Its success needs a server without users, and has a test of its own.
        new("POST /setup", "anonymous", _ => Task.FromResult(new Call("/setup", new FormUrlEncodedContent([])))) { GoodStatus = 410, Bad = new("/setup", new { }), BadStatus = 415 },
        Open("GET /auth/oidc/sign-in", "/auth/oidc/sign-in?return_to=/reports") with { GoodStatus = 302, Bad = new("/auth/oidc/sign-in?return_to=https://evil.example/") },
    ];

    private static IEnumerable<RouteCase> Accounts =>
    [
        new($"POST {Api}/auth/login", "anonymous", Login) { Bad = new($"{Api}/auth/login", new { username = "" }) },
        new("POST /auth/login", "anonymous", _ => Task.FromResult(new Call("/auth/login", Credentials))) { Bad = new("/auth/login", new { username = "" }) },
        new($"POST {Api}/auth/session", "anonymous", _ => Task.FromResult(new Call($"{Api}/auth/session", Credentials))) { Bad = new($"{Api}/auth/session", new { password = 5 }) },
        new($"GET {Api}/users", "admin", _ => Task.FromResult(new Call($"{Api}/users"))) { Bad = new($"{Api}/users?limit=1000") },
        new($"POST {Api}/users", "admin", _ => Task.FromResult(new Call($"{Api}/users", new { username = Site.NewName("added"), role = "viewer" })))
        {
            Bad = new($"{Api}/users", new { username = "admin!", password = "short", role = "king", groups = new[] { "admin", "A B" } }),
        },
        new($"GET {Api}/users/{{userId:guid}}", "admin", async site => new Call($"{Api}/users/{await site.NewUserAsync()}")) { IsPrivate = false },
        new($"PUT {Api}/users/{{userId:guid}}", "admin", async site => new Call($"{Api}/users/{await site.NewUserAsync()}", new { role = "author" }))
        {
            IsPrivate = false,
            Bad = new($"{Api}/users/00000000-0000-0000-0000-000000000000", new { role = "king" }),
        },
        new($"GET {Api}/users/{{userId:guid}}/ownership", "admin", async site => new Call($"{Api}/users/{await site.NewUserAsync()}/ownership")) { IsPrivate = false },
        new($"POST {Api}/users/{{userId:guid}}/hand-over", "admin", async site => new Call($"{Api}/users/{await site.NewUserAsync()}/hand-over", new { to = "operator" }))
        {
            IsPrivate = false,
            Bad = new($"{Api}/users/00000000-0000-0000-0000-000000000000/hand-over", new { }),
        },
        new($"GET {Api}/users/{{userId:guid}}/identities", "admin", async site => new Call($"{Api}/users/{await site.NewUserAsync()}/identities")) { IsPrivate = false },
        new($"POST {Api}/users/{{userId:guid}}/identities", "admin", async site => new Call($"{Api}/users/{await site.NewUserAsync()}/identities", NewIdentity()))
        {
            IsPrivate = false,
            Bad = new($"{Api}/users/00000000-0000-0000-0000-000000000000/identities", new { issuer = "sso" }),
        },
        new($"DELETE {Api}/users/{{userId:guid}}/identities/{{identityId:guid}}", "admin", async site =>
        {
            var user = await site.NewUserAsync();
            var made = await TestServer.OkAsync(site.Server.Admin.PostAsJsonAsync($"{Api}/users/{user}/identities", NewIdentity(), Site.Cancel));
            return new Call($"{Api}/users/{user}/identities/{made.GetProperty("id").GetString()}");
        })
        {
            IsPrivate = false,
        },
    ];

    private static IEnumerable<RouteCase> Audit =>
    [
        new($"GET {Api}/audit", "admin", _ => Task.FromResult(new Call($"{Api}/audit?action=user&limit=2"))) { Bad = new($"{Api}/audit?cursor=!") },
        Plain($"GET {Api}/audit/export", "admin"),
        Plain($"GET {Api}/audit/verify", "admin"),
    ];

    private static object NewIdentity() => new { issuer = "https://sso.example.com/realms/security", subject = Site.NewName("subject") };

    private static object Credentials => new { username = "viewer", password = TestServer.Password };

    private static Task<Call> Login(Site site) => Task.FromResult(new Call($"{Api}/auth/login", Credentials));

    /// <summary>A route for everybody that takes nothing.</summary>
    private static RouteCase Open(string route, string path) => new(route, "anonymous", _ => Task.FromResult(new Call(path)));

    /// <summary>A route that takes nothing but its address.</summary>
    private static RouteCase Plain(string route, string role) => new(route, role, _ => Task.FromResult(new Call(route.Split(' ')[1])));
}

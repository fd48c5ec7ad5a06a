using System.Net.Http.Json;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>The routes of configured sources.</summary>
internal static class SourceRouteCases
{
    private const string Sources = Site.Api + "/sources";
    private const string One = Sources + "/{sourceId:guid}";
    private const string Nowhere = Sources + "/00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Sources}", "author", _ => Task.FromResult(new Call($"{Sources}?limit=5"))) { Bad = new($"{Sources}?limit=0") },
        new($"POST {Sources}", "admin", site => Task.FromResult(new Call(Sources, Body(site)))) { Bad = new(Sources, new { name = "A B", kind = "nonsense" }) },
        Of("GET", "", "author"),
        Of("PUT", "", "admin", new { description = "new" }) with { Bad = new(Nowhere, new { description = 5 }) },
        Of("DELETE", "", "admin"),
        Of("POST", "/test", "author", new { }) with { Bad = new($"{Nowhere}/test", new { dataset = new { }, nonsense = 1 }) },
        Of("GET", "/usage", "author"),
    ];

    private static RouteCase Of(string method, string below, string role, object? body = null) =>
        new($"{method} {One}{below}", role, async site => new Call($"{Sources}/{await NewAsync(site)}{below}", body)) { IsPrivate = false };

    private static async Task<string> NewAsync(Site site) =>
        (await TestServer.OkAsync(site.Server.Admin.PostAsJsonAsync(Sources, Body(site), Site.Cancel))).GetProperty("id").GetString()!;

    private static object Body(Site site)
    {
        Directory.CreateDirectory(Path.Combine(site.Server.Folder, "sources"));
        return new { name = Site.NewName("source"), kind = "file", settings = new { folder = "." } };
    }
}

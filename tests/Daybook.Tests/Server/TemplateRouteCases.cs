using System.Net.Http.Json;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>The routes of templates.</summary>
internal static class TemplateRouteCases
{
    private const string Templates = Site.Api + "/templates";
    private const string One = Templates + "/{templateId:guid}";

    private const string Blocks = Site.Api + "/blocks";

    /// <summary>A template that is there, but to nobody.</summary>
    private const string Nowhere = Templates + "/00000000-0000-0000-0000-000000000000";

    public static IEnumerable<RouteCase> All =>
    [
        new($"GET {Templates}", "viewer", _ => Task.FromResult(new Call($"{Templates}?active_only=true&limit=5"))) { Bad = new($"{Templates}?limit=0") },
        new($"POST {Templates}", "author", _ => Task.FromResult(new Call(Templates, Body(Site.NewName("Template"))))) { Bad = new(Templates, new { name = "", version = "1" }) },
        new($"POST {Templates}/validate", "viewer", _ => Task.FromResult(new Call($"{Templates}/validate", new { text = "blocks: []" }))) { Bad = new($"{Templates}/validate", new { }) },
        new($"POST {Templates}/import", "author", _ => Task.FromResult(new Call($"{Templates}/import", new { text = $"metadata: {{id: a, name: {Site.NewName("Imported")}, version: '1'}}\nblocks: []\n" })))
        {
            Bad = new($"{Templates}/import", new { text = "blocks: 5" }),
        },
        new($"POST {Templates}/preview", "author", _ => Task.FromResult(new Call($"{Templates}/preview", new { text = "metadata: {id: a, name: A, version: '1'}\nblocks: []\n" })))
        {
            Bad = new($"{Templates}/preview", new { text = "blocks: []", data = "nonsense" }),
        },
        Of("GET", "", "viewer"),
        Of("PUT", "", "author", new { description = "new" }) with { Bad = new(Nowhere, new { name = "", template_config = 5 }) },
        Of("DELETE", "", "author"),
        Of("POST", "/default", "operator"),
        Of("POST", "/clone?new_name=" + Uri.EscapeDataString("Clone of it"), "author") with { Bad = new($"{Nowhere}/clone?new_name=") },
        Of("GET", "/export?format=yaml", "viewer") with { Bad = new($"{Nowhere}/export?format=doc") },
        Of("GET", "/preview", "viewer") with { Bad = new($"{Nowhere}/preview?data=nonsense") },
        Of("GET", "/usage", "viewer") with { Bad = new($"{Nowhere}/usage?days=0") },
        Of("GET", "/parameter-presets", "viewer"),
        Of("POST", "/parameter-presets", "author", new { name = "night", parameters = new { tests = 1 } }) with { Bad = new($"{Nowhere}/parameter-presets", new { name = "" }) },
        Of("GET", "/versions", "viewer") with { Bad = new($"{Nowhere}/versions?cursor=x&limit=5") },
        Of("POST", "/versions", "author", new { change_description = "a mark" }) with { Bad = new($"{Nowhere}/versions", new { change_description = "" }) },
        new($"GET {Blocks}", "author", _ => Task.FromResult(new Call($"{Blocks}?limit=5"))) { Bad = new($"{Blocks}?cursor=x") },
        new($"POST {Blocks}/import", "author", _ => Task.FromResult(new Call($"{Blocks}/import", Block(Site.NewName("Block"))))) { Bad = new($"{Blocks}/import", new { name = "x" }) },
        new($"GET {Blocks}/{{blockId}}/export", "author", async site => new Call($"{Blocks}/{await NewBlockAsync(site)}/export?format=yaml")) { Bad = new($"{Blocks}/title/export?format=doc") },
        new($"DELETE {Blocks}/{{blockId:guid}}", "author", async site => new Call($"{Blocks}/{await NewBlockAsync(site)}")),
        Version("GET", "", "viewer"),
        Version("GET", "/diff/{other:int}", "viewer"),
        Version("POST", "/restore", "author"),
    ];

    /// <summary>A route below a template that only its author, and whoever is named, may read.</summary>
    private static RouteCase Of(string method, string below, string role, object? body = null) =>
        new($"{method} {One}{below.Split('?')[0]}", role, async site => new Call($"{Templates}/{await site.NewTemplateAsync(role)}{below}", body));

    private static RouteCase Version(string method, string below, string role) =>
        new($"{method} {One}/versions/{{version:int}}{below}", role, async site => new Call($"{Templates}/{await site.NewTemplateAsync(role)}/versions/1{below.Replace("{other:int}", "1", StringComparison.Ordinal)}"));

    /// <summary>A block that nobody but its author sees.</summary>
    private static async Task<string> NewBlockAsync(Site site)
    {
        var made = await TestServer.OkAsync(site.Server.As("author").PostAsJsonAsync($"{Blocks}/import", Block(Site.NewName("Block")), Site.Cancel));
        return made.GetProperty("id").GetString()!;
    }

    private static object Block(string name) => new { name, shared = false, block = new { type = "data_block", title = name, template = "x" } };

    private static object Body(string name) => new { name, version = "1", template_config = TemplateTests.Config() };
}

using System.Net.Http.Json;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>A server, and what tests of routes need on it.</summary>
internal sealed class Site(TestServer server)
{
    public const string Api = "/api/v1/cob";

    private static int _count;

    public TestServer Server => server;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A name that no other test uses.</summary>
    public static string NewName(string kind) => $"{kind}{Interlocked.Increment(ref _count)}";

    public async Task<string> NewUserAsync()
    {
        var made = await TestServer.OkAsync(server.Admin.PostAsJsonAsync(Api + "/users", new { username = NewName("user"), password = TestServer.Password }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    public async Task<string> NewTokenAsync(string role)
    {
        var made = await TestServer.OkAsync(server.As(role).PostAsJsonAsync(Api + "/tokens", new { name = "ci" }, Cancel));
        return made.GetProperty("id").GetString()!;
    }

    /// <summary>A template that nobody but the user of the role, and administrators, may read.</summary>
    public async Task<string> NewTemplateAsync(string role)
    {
        var config = TemplateTests.Config(permissions: new { read = new[] { "user:" + role }, write = Array.Empty<string>() });
        var maker = role == "viewer" ? "author" : role;
        var made = await TestServer.OkAsync(server.As(maker).PostAsJsonAsync(Api + "/templates", new { name = NewName("Template "), version = "1", template_config = config }, Cancel));
        return made.GetProperty("id").GetString()!;
    }
}

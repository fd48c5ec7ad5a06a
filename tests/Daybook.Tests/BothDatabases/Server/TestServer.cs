using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>A whole server on a real socket, with a user of each role whose name is the role's.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    public const string Password = "correct-horse-battery";

    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, HttpClient> _clients = [];

    private TestServer(WebApplication app, DirectoryInfo folder)
    {
        (App, _folder) = (app, folder);
        Anonymous = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    public string Folder => _folder.FullName;

    public HttpClient Anonymous { get; }

    public HttpClient Admin => _clients["admin"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="database">The setting <c>Database</c>; empty for SQLite in the server's folder.</param>
    public static async Task<TestServer> StartAsync(string database, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-");
        KeyValuePair<string, string?>[] all =
        [
            new("Database", database), new("ADMIN_PASSWORD", Password),
            new("Accounts:PasswordMemoryKiB", "8192"), new("Accounts:PasswordIterations", "1"),
            new("Accounts:RequestsPerMinute", "1000000"), new("Accounts:RequestBurst", "1000000"),
            new("Outgoing:AllowedPrivate:0", "localhost"),
            new("Logging:LogLevel:Daybook", "None"),
            .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)),
        ];
        var app = DaybookServer.Build(new ServerSettings(folder.FullName, "http://127.0.0.1:0", [.. all], clock ?? TimeProvider.System));
        await DaybookServer.StartAsync(app, Cancel);
        return new TestServer(app, folder);
    }

    /// <summary>Adds the users, each with a client that acts for them.</summary>
    public async Task<TestServer> WithUsersAsync()
    {
        _clients["admin"] = await SignedInAsync("admin");
        foreach (var role in new[] { "viewer", "author", "operator" })
            _clients[role] = await AddUserAsync(role, role);
        return this;
    }

    public HttpClient As(string role) => _clients[role];

    /// <summary>Adds a user whose password is <see cref="Password"/>, too: the hash is the administrator's, because making one takes long, on purpose.</summary>
    /// <returns>A client that acts for the new user.</returns>
    public async Task<HttpClient> AddUserAsync(string username, string role, params string[] groups)
    {
        await OkAsync(Admin.PostAsJsonAsync("/api/v1/cob/users", new { username, role, groups }, Cancel));
        await using (var session = await Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await session.ExecuteAsync("update users set password_hash = (select password_hash from users where username = 'admin') where username = @username", new { username }, Cancel);
            await session.CommitAsync(Cancel);
        }

        return await SignedInAsync(username);
    }

    /// <returns>A client with an access token, as a sign-in gives it.</returns>
    public async Task<HttpClient> SignedInAsync(string username)
    {
        await using var session = await Services.GetRequiredService<Database>().OpenAsync(Cancel);
        var user = await Services.GetRequiredService<UserStore>().FindAsync(session, username, Cancel);
        return WithToken((await Services.GetRequiredService<AccessTokens>().IssueAsync(user!, Cancel)).Token);
    }

    public HttpClient WithToken(string token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Anonymous.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json", $"{(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>The answer must be a success.</summary>
    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var body = await JsonAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
        return body;
    }

    /// <summary>The answer must be this refusal.</summary>
    public static async Task<JsonElement> RefusedAsync(int status, string code, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var body = await JsonAsync(answer);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("urn:daybook:problem:" + code, body.GetProperty("type").GetString());
        Assert.Equal(status, body.GetProperty("status").GetInt32());
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
        Assert.NotEmpty(body.GetProperty("trace_id").GetString()!);
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values.Append(Anonymous))
            client.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

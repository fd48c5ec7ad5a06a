using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>People as their administrators see them.</summary>
public abstract class UserTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var server = await fixture.GetAsync();
        var me = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/me", Cancel));
        var address = $"{Api}/users/{me.GetProperty("id").GetString()}";
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PutAsJsonAsync(address, new { role = "viewer" }, Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PutAsJsonAsync(address, new { is_active = false }, Cancel));
    }

    [Fact]
    public async Task A_change_to_something_that_was_changed_meanwhile_is_refused()
    {
        var server = await fixture.GetAsync();
        using var _ = await server.AddUserAsync("edited", "viewer");
        var users = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/users?limit=200", Cancel));
        var id = users.EnumerateArray().Single(user => user.GetProperty("username").GetString() == "edited").GetProperty("id").GetString();
        using var read = await server.Admin.GetAsync($"{Api}/users/{id}", Cancel);
        var tag = read.Headers.ETag!.Tag;
        await TestServer.OkAsync(PutAsync(tag, "First"));
        await TestServer.RefusedAsync(409, "stale_edit", PutAsync(tag, "Second"));

        async Task<HttpResponseMessage> PutAsync(string ifMatch, string name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/users/{id}") { Content = JsonContent.Create(new { display_name = name }) };
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            return await server.Admin.SendAsync(request, Cancel);
        }
    }

    [Fact]
    public async Task What_people_do_is_in_the_audit_log_and_secrets_are_not()
    {
        var server = await fixture.GetAsync();
        using var client = await server.AddUserAsync("audited", "viewer", "blue-team");
        await client.PostAsJsonAsync(Api + "/tokens", new { name = "ci" }, Cancel);
        using var export = await server.Admin.GetAsync(Api + "/audit/export", Cancel);
        var log = await export.Content.ReadAsStringAsync(Cancel);
        var entries = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Contains(entries, entry => entry.GetProperty("action").GetString() == "user.created"
            && entry.GetProperty("actor_name").GetString() == "admin"
            && entry.GetProperty("address").GetString() is "127.0.0.1" or "::ffff:127.0.0.1"
            && entry.GetProperty("after").GetProperty("username").GetString() == "audited");
        Assert.Contains(entries, entry => entry.GetProperty("action").GetString() == "token.created" && entry.GetProperty("actor_name").GetString() == "audited");
        Assert.DoesNotContain("argon2id", log, StringComparison.Ordinal);
        Assert.DoesNotContain(TestServer.Password, log, StringComparison.Ordinal);
        var verdict = await TestServer.OkAsync(server.Admin.GetAsync(Api + "/audit/verify", Cancel));
        Assert.Equal(0, verdict.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task Lists_come_in_parts_without_holes()
    {
        var server = await fixture.GetAsync();
        var names = new List<string>();
        for (string? next = Api + "/users?limit=2"; next is not null;)
        {
            using var answer = await server.Admin.GetAsync(next, Cancel);
            names.AddRange((await TestServer.JsonAsync(answer)).EnumerateArray().Select(user => user.GetProperty("username").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.Contains("viewer", names);
    }
}

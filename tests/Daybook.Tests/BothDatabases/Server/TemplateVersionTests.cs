using System.Net;
using System.Net.Http.Json;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What a template was, and who changed it meanwhile.</summary>
public abstract class TemplateVersionTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_change_is_a_version_that_can_be_compared_and_restored()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await TemplateTests.AddAsync(client, "Versioned");
        await TemplateTests.PutAsync(client, id, new { template_config = TemplateTests.Config("Tests: {{ tests + 1 }}"), change_description = "one more" });
        await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/templates/{id}/versions", new { change_description = "a mark" }, Cancel));
        var versions = (await TemplateTests.GetAsync(client, $"/templates/{id}/versions")).EnumerateArray().ToList();
        Assert.Equal([3, 2, 1], versions.Select(version => version.GetProperty("version_number").GetInt32()));
        Assert.Equal(["a mark", "one more", "Created"], versions.Select(version => version.GetProperty("change_description").GetString()));
        Assert.All(versions, version => Assert.Equal("author", version.GetProperty("created_by").GetString()));

        var difference = Assert.Single((await TemplateTests.GetAsync(client, $"/templates/{id}/versions/1/diff/2")).EnumerateArray());
        Assert.Equal("blocks[summary].template", difference.GetProperty("path").GetString());
        Assert.Equal("changed", difference.GetProperty("change").GetString());
        Assert.Equal("Tests: {{ tests }}", difference.GetProperty("before").GetString());
        Assert.Empty((await TemplateTests.GetAsync(client, $"/templates/{id}/versions/2/diff/3")).EnumerateArray());

        await TestServer.OkAsync(client.PostAsync($"{Api}/templates/{id}/versions/1/restore", null, Cancel));
        var template = await TemplateTests.GetAsync(client, $"/templates/{id}");
        Assert.Equal(4, template.GetProperty("version_number").GetInt32());
        Assert.Equal("Tests: {{ tests }}", template.GetProperty("template_config").GetProperty("blocks")[0].GetProperty("template").GetString());
        var first = await TemplateTests.GetAsync(client, $"/templates/{id}/versions/1");
        Assert.Equal(first.GetProperty("template_config").ToString(), template.GetProperty("template_config").ToString());
        await TestServer.RefusedAsync(404, "not_found", client.GetAsync($"{Api}/templates/{id}/versions/99", Cancel));
    }

    [Fact]
    public async Task A_change_from_an_old_state_is_refused()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await TemplateTests.AddAsync(client, "Contended");
        using var read = await client.GetAsync($"{Api}/templates/{id}", Cancel);
        var tag = read.Headers.ETag!.Tag;
        Assert.True(await PutIfAsync("first"));
        Assert.False(await PutIfAsync("second"));
        Assert.Equal("first", (await TemplateTests.GetAsync(client, $"/templates/{id}")).GetProperty("description").GetString());

        async Task<bool> PutIfAsync(string description)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/templates/{id}") { Content = JsonContent.Create(new { description }) };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            using var answer = await client.SendAsync(request, Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict);
            return answer.StatusCode == HttpStatusCode.OK;
        }
    }
}

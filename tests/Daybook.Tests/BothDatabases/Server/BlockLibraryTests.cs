using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Templates.Blocks;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class BlockLibraryTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";
    private const string Blocks = Api + "/blocks";

    private static readonly string[] OfTheGuide =
    [
        "title", "findings_by_severity", "recommendations", "metrics", "compliance_checklist", "executive_summary", "ai_analysis", "security_metrics",
        "toxicity_heatmap", "custom_content", "data_table",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_ready_block_of_the_guide_is_there_and_shows_something_in_a_template()
    {
        Assert.Equal(OfTheGuide.Order(), BuiltInBlocks.All.Select(block => block.Id).Order());
        var server = await fixture.GetAsync();
        var template = new JsonObject
        {
            ["metadata"] = new JsonObject { ["id"] = "library", ["name"] = "Library", ["version"] = "1" },
            ["datasets"] = JsonNode.Parse("""{"cob": {"source": "garak", "path": "x", "view": "cob"}, "runs": {"source": "inline", "rows": [{"probe": "dan", "target": "chat", "hits": 3}, {"probe": "leak", "target": "rag", "hits": 1}]}}"""),
            ["blocks"] = new JsonArray([.. BuiltInBlocks.All.Select(block => JsonNode.Parse(block.Definition.Text))]),
        };
        var shown = await TestServer.OkAsync(server.As("author").PostAsJsonAsync(Api + "/templates/preview", new { template_config = template }, Cancel));
        var blocks = shown.GetProperty("blocks").EnumerateArray().ToList();
        Assert.Empty(blocks.Where(block => block.GetProperty("status").GetString() == "failed").Select(block => block.ToString()));
        Assert.Empty(OfTheGuide.Except(blocks.Select(block => block.GetProperty("id").GetString()!)));
    }

    [Fact]
    public async Task A_block_goes_out_as_a_file_and_comes_back_the_same()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var file = await client.GetStringAsync($"{Blocks}/metrics/export", Cancel);
        var request = JsonNode.Parse(file)!.AsObject();
        request["name"] = "My figures";
        var made = await TestServer.OkAsync(client.PostAsJsonAsync($"{Blocks}/import", request, Cancel));
        var id = made.GetProperty("id").GetString();
        var again = JsonElement.Parse(await client.GetStringAsync($"{Blocks}/{id}/export", Cancel));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(file).GetProperty("block"), again.GetProperty("block")));
        Assert.StartsWith("blocks:\n  - id: metrics\n", await client.GetStringAsync($"{Blocks}/{id}/export?format=yaml", Cancel), StringComparison.Ordinal);

        request["description"] = "Replaced";
        Assert.Equal(id, (await TestServer.OkAsync(client.PostAsJsonAsync($"{Blocks}/import", request, Cancel))).GetProperty("id").GetString());
        var listed = await TestServer.OkAsync(client.GetAsync(Blocks, Cancel));
        Assert.Equal("Replaced", listed.EnumerateArray().Single(block => block.GetProperty("id").GetString() == id).GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_block_that_is_not_shared_is_there_for_its_owner_alone_and_only_they_may_remove_it()
    {
        var server = await fixture.GetAsync();
        var block = new { type = "data_block", title = "Mine", template = "x" };
        var own = (await TestServer.OkAsync(server.As("author").PostAsJsonAsync($"{Blocks}/import", new { shared = false, block }, Cancel))).GetProperty("id").GetString();
        var shared = (await TestServer.OkAsync(server.As("author").PostAsJsonAsync($"{Blocks}/import", new { name = "Ours", block }, Cancel))).GetProperty("id").GetString();
        var seen = (await TestServer.OkAsync(server.As("operator").GetAsync(Blocks + "?limit=200", Cancel))).EnumerateArray().Select(found => found.GetProperty("id").GetString()).ToList();
        Assert.Contains(shared, seen);
        Assert.DoesNotContain(own, seen);
        await TestServer.RefusedAsync(404, "not_found", server.As("operator").DeleteAsync($"{Blocks}/{own}", Cancel));
        await TestServer.RefusedAsync(403, "not_permitted", server.As("operator").DeleteAsync($"{Blocks}/{shared}", Cancel));
        await TestServer.OkAsync(server.As("author").DeleteAsync($"{Blocks}/{own}", Cancel));
        await TestServer.OkAsync(server.Admin.DeleteAsync($"{Blocks}/{shared}", Cancel));
    }

    [Fact]
    public async Task A_block_with_mistakes_is_refused_with_their_places()
    {
        var server = await fixture.GetAsync();
        var refused = await TestServer.RefusedAsync(422, "invalid_template", server.As("author").PostAsJsonAsync(
            $"{Blocks}/import", new { block = new { type = "tabel", title = "X", template = "{{ x" } }, Cancel));
        Assert.Contains("unknown_block_type", refused.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()));
    }
}

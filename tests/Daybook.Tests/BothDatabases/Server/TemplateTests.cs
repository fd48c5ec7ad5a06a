using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.Tests.BothDatabases.Server;

public abstract class TemplateTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A template with one data block, as the guide writes it.</summary>
    internal static object Config(string text = "Tests: {{ tests }}", object? permissions = null) => new
    {
        metadata = permissions is null ? (object)new { tags = new[] { "daily" } } : new { tags = new[] { "daily" }, permissions },
        parameters = new { tests = new { type = "number", @default = 156 } },
        blocks = new[] { new { id = "summary", type = "data_block", order = 1, title = "Summary", template = text } },
    };

    internal static async Task<string> AddAsync(HttpClient client, string name, object? config = null)
    {
        var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/templates", new { name, version = "1.0.0", description = "d", template_config = config ?? Config() }, Cancel));
        Assert.Equal("Template created successfully", made.GetProperty("message").GetString());
        return made.GetProperty("id").GetString()!;
    }

    internal static Task<JsonElement> GetAsync(HttpClient client, string path) => TestServer.OkAsync(client.GetAsync(Api + path, Cancel));

    internal static Task<JsonElement> PutAsync(HttpClient client, string id, object change) => TestServer.OkAsync(client.PutAsJsonAsync($"{Api}/templates/{id}", change, Cancel));

    [Fact]
    public async Task A_template_lives_as_the_guide_says()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await AddAsync(client, "Close, daily");
        Assert.Contains((await GetAsync(client, "/templates?limit=200")).EnumerateArray(), template => template.GetProperty("id").GetString() == id);
        var template = await GetAsync(client, $"/templates/{id}");
        Assert.Equal("Close, daily", template.GetProperty("name").GetString());
        Assert.Equal("author", template.GetProperty("author").GetString());
        Assert.Equal("close_daily", template.GetProperty("metadata").GetProperty("id").GetString());
        Assert.Equal(1, template.GetProperty("version_number").GetInt32());
        Assert.True(template.GetProperty("may_write").GetBoolean());

        var changed = await PutAsync(client, id, new { description = "new" });
        Assert.Equal("Template updated successfully", changed.GetProperty("message").GetString());
        template = await GetAsync(client, $"/templates/{id}");
        Assert.Equal("new", template.GetProperty("description").GetString());
        Assert.Equal("Close, daily", template.GetProperty("name").GetString());
        Assert.True(template.GetProperty("updated_at").GetDateTimeOffset() >= template.GetProperty("created_at").GetDateTimeOffset());

        var deleted = await TestServer.OkAsync(client.DeleteAsync($"{Api}/templates/{id}", Cancel));
        Assert.Equal("Template deleted successfully", deleted.GetProperty("message").GetString());
        Assert.DoesNotContain((await GetAsync(client, "/templates?limit=200")).EnumerateArray(), found => found.GetProperty("id").GetString() == id);
        Assert.Contains((await GetAsync(client, "/templates?limit=200&active_only=false")).EnumerateArray(), found => found.GetProperty("id").GetString() == id);
    }

    [Fact]
    public async Task The_templates_of_the_program_are_there_and_are_changed_by_cloning_them()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var list = await GetAsync(client, "/templates?q=STANDARD security");
        var builtIn = Assert.Single(list.EnumerateArray(), template => template.GetProperty("built_in").GetBoolean());
        Assert.True(builtIn.GetProperty("is_default").GetBoolean());
        var id = builtIn.GetProperty("id").GetString();
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.PutAsJsonAsync($"{Api}/templates/{id}", new { description = "mine" }, Cancel));
        await TestServer.RefusedAsync(409, "not_possible_now", server.Admin.DeleteAsync($"{Api}/templates/{id}", Cancel));

        var copy = await TestServer.OkAsync(client.PostAsync($"{Api}/templates/{id}/clone?new_name=My%20close", null, Cancel));
        Assert.Equal("Template cloned successfully", copy.GetProperty("message").GetString());
        var clone = await GetAsync(client, $"/templates/{copy.GetProperty("id").GetString()}");
        Assert.Equal("My close", clone.GetProperty("name").GetString());
        Assert.Equal("author", clone.GetProperty("author").GetString());
        var original = await GetAsync(client, $"/templates/{id}");
        Assert.Equal(original.GetProperty("template_config").GetProperty("blocks").ToString(), clone.GetProperty("template_config").GetProperty("blocks").ToString());
    }

    [Fact]
    public async Task A_wrong_template_is_refused_with_every_mistake_and_its_place()
    {
        var server = await fixture.GetAsync();
        var config = new { blocks = new object[] { new { id = "a", type = "tabel", order = 1, title = "A" }, new { id = "b", type = "data_block", order = 2, title = "B", template = "{{ x" } } };
        var refusal = await TestServer.RefusedAsync(422, "invalid_template", server.As("author").PostAsJsonAsync(Api + "/templates", new { name = "Wrong", version = "1", template_config = config }, Cancel));
        var errors = refusal.GetProperty("errors").EnumerateArray().ToList();
        Assert.Contains(errors, error => error.GetProperty("code").GetString() == "unknown_block_type" && error.GetProperty("line").GetInt32() > 0);
        Assert.True(errors.Count >= 2, refusal.ToString());

        var verdict = await TestServer.OkAsync(server.As("viewer").PostAsJsonAsync(Api + "/templates/validate", new { template_config = config }, Cancel));
        Assert.False(verdict.GetProperty("valid").GetBoolean());
        var good = await TestServer.OkAsync(server.As("viewer").PostAsJsonAsync(Api + "/templates/validate", new { text = "metadata: {id: a, name: A, version: '1'}\nblocks: []\n", file_name = "a.yaml" }, Cancel));
        Assert.True(good.GetProperty("valid").GetBoolean(), good.ToString());
    }

    [Fact]
    public async Task A_name_and_version_stand_once()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        await AddAsync(client, "Once");
        await TestServer.RefusedAsync(409, "already_exists", client.PostAsJsonAsync(Api + "/templates", new { name = "Once", version = "1.0.0", template_config = Config() }, Cancel));
        var other = await AddAsync(client, "Another");
        await TestServer.RefusedAsync(409, "already_exists", client.PutAsJsonAsync($"{Api}/templates/{other}", new { name = "Once" }, Cancel));
        await PutAsync(client, other, new { name = "Once", version = "2.0.0" });
    }

    [Fact]
    public async Task A_field_of_a_template_that_stands_twice_is_refused_by_name()
    {
        var server = await fixture.GetAsync();
        using var content = new StringContent("""{"name":"Twice","version":"1","template_config":{"blocks":[],"blocks":[]}}""", System.Text.Encoding.UTF8, "application/json");
        var refused = await TestServer.RefusedAsync(422, "invalid_request", server.As("author").PostAsync(Api + "/templates", content, Cancel));
        var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal("template_config.blocks", error.GetProperty("field").GetString());
        Assert.Equal(62, error.GetProperty("column").GetInt32());
        Assert.Equal("'blocks' stands twice", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_right_that_names_a_user_as_if_it_were_a_group_is_pointed_out()
    {
        var server = await fixture.GetAsync();
        var saved = await TestServer.OkAsync(server.As("author").PostAsJsonAsync(
            Api + "/templates", new { name = "Meant for one", version = "1", template_config = Config(permissions: new { read = new[] { "author", "admin", "user:viewer", "blue-team" }, write = new[] { "admin" } }) }, Cancel));
        Assert.Empty(saved.GetProperty("warnings").EnumerateArray());
        using var one = await server.AddUserAsync("meantone", "viewer");
        saved = await TestServer.OkAsync(server.As("author").PutAsJsonAsync(
            $"{Api}/templates/{saved.GetProperty("id").GetString()}", new { template_config = Config(permissions: new { read = new[] { "meantone" }, write = new[] { "admin" } }) }, Cancel));
        var warning = Assert.Single(saved.GetProperty("warnings").EnumerateArray());
        Assert.Equal("metadata.permissions.read", warning.GetProperty("field").GetString());
        Assert.Contains("user:meantone", warning.GetProperty("advice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_hold_in_every_list_and_address()
    {
        var server = await fixture.GetAsync();
        var owner = server.As("author");
        var id = await AddAsync(owner, "For the blue team", Config(permissions: new { read = new[] { "blue-team", "user:guest" }, write = new[] { "user:guest" } }));
        using var member = await server.AddUserAsync("bluemember", "author", "blue-team");
        using var guest = await server.AddUserAsync("guest", "author");
        using var stranger = await server.AddUserAsync("redmember", "operator", "red-team");

        foreach (var client in new[] { owner, member, guest, server.Admin })
        {
            await GetAsync(client, $"/templates/{id}");
            Assert.Contains((await GetAsync(client, "/templates?limit=200")).EnumerateArray(), template => template.GetProperty("id").GetString() == id);
        }

        Assert.DoesNotContain((await GetAsync(stranger, "/templates?limit=200")).EnumerateArray(), template => template.GetProperty("id").GetString() == id);
        foreach (var path in new[] { "", "/versions", "/versions/1", "/versions/1/diff/1", "/export", "/preview", "/usage", "/parameter-presets" })
            await TestServer.RefusedAsync(404, "not_found", stranger.GetAsync($"{Api}/templates/{id}{path}", Cancel));
        await TestServer.RefusedAsync(404, "not_found", stranger.PutAsJsonAsync($"{Api}/templates/{id}", new { description = "x" }, Cancel));
        await TestServer.RefusedAsync(404, "not_found", stranger.PostAsync($"{Api}/templates/{id}/clone?new_name=Stolen", null, Cancel));
        // An operator sees every report, but not by it a template that is not theirs to read.
        var report = (await TestServer.OkAsync(owner.PostAsJsonAsync(Api + "/reports/generate", new { template_id = id, parameters = new { tests = 3 } }, Cancel))).GetProperty("report_id").GetString();
        Assert.Equal(JsonValueKind.Object, (await GetAsync(owner, $"/reports/{report}")).GetProperty("template_snapshot").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await GetAsync(stranger, $"/reports/{report}")).GetProperty("template_snapshot").ValueKind);

        await TestServer.RefusedAsync(403, "not_permitted", member.PutAsJsonAsync($"{Api}/templates/{id}", new { description = "x" }, Cancel));
        await TestServer.RefusedAsync(403, "not_permitted", member.DeleteAsync($"{Api}/templates/{id}", Cancel));
        await TestServer.RefusedAsync(403, "not_permitted", member.PostAsync($"{Api}/templates/{id}/versions/1/restore", null, Cancel));
        await PutAsync(guest, id, new { description = "by the guest" });
    }

    [Fact]
    public async Task A_user_cannot_take_the_name_of_a_role_to_get_its_rights()
    {
        var server = await fixture.GetAsync();
        var id = await AddAsync(server.As("author"), "For security leads", Config(permissions: new { read = new[] { "security_lead" }, write = new[] { "admin" } }));
        using var named = await server.AddUserAsync("security_lead", "viewer");
        await TestServer.RefusedAsync(404, "not_found", named.GetAsync($"{Api}/templates/{id}", Cancel));
        await TestServer.RefusedAsync(422, "invalid_template", server.As("author").PostAsJsonAsync(
            Api + "/templates", new { name = "Odd", version = "1", template_config = Config(permissions: new { everything = new[] { "x" }, read = new[] { "'; drop" } }) }, Cancel));
    }

    [Fact]
    public async Task A_template_goes_out_and_comes_in_again()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await AddAsync(client, "Travelling");
        foreach (var format in new[] { "yaml", "json" })
        {
            using var file = await client.GetAsync($"{Api}/templates/{id}/export?format={format}", Cancel);
            Assert.Equal($"travelling.{format}", file.Content.Headers.ContentDisposition!.FileName);
            var text = (await file.Content.ReadAsStringAsync(Cancel)).Replace("Travelling", "Arrived as " + format, StringComparison.Ordinal);
            var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/templates/import", new { text, file_name = "x." + format }, Cancel));
            var arrived = await GetAsync(client, $"/templates/{made.GetProperty("id").GetString()}");
            Assert.Equal((await GetAsync(client, $"/templates/{id}")).GetProperty("template_config").GetProperty("blocks").ToString(), arrived.GetProperty("template_config").GetProperty("blocks").ToString());
        }
    }

    [Fact]
    public async Task What_a_template_is_used_for_is_counted()
    {
        var server = await fixture.GetAsync();
        var id = await AddAsync(server.As("author"), "Counted");
        for (var i = 0; i < 2; i++)
            await GetAsync(server.As("viewer"), $"/templates/{id}/preview");
        await GetAsync(server.As("author"), $"/templates/{id}/preview");
        var usage = Assert.Single((await GetAsync(server.As("viewer"), $"/templates/{id}/usage")).GetProperty("actions").EnumerateArray());
        Assert.Equal("preview", usage.GetProperty("action").GetString());
        Assert.Equal(3, usage.GetProperty("count").GetInt64());
        Assert.Equal(2, usage.GetProperty("users").GetInt64());
    }

    [Fact]
    public async Task Presets_keep_values_of_known_parameters()
    {
        var server = await fixture.GetAsync();
        var client = server.As("author");
        var id = await AddAsync(client, "With presets");
        await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/templates/{id}/parameter-presets", new { name = "night", parameters = new { tests = 1 } }, Cancel));
        await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/templates/{id}/parameter-presets", new { name = "night", parameters = new { tests = 2 } }, Cancel));
        await TestServer.RefusedAsync(422, "invalid_request", client.PostAsJsonAsync($"{Api}/templates/{id}/parameter-presets", new { name = "day", parameters = new { nonsense = 1 } }, Cancel));
        var preset = Assert.Single((await GetAsync(server.As("viewer"), $"/templates/{id}/parameter-presets")).EnumerateArray());
        Assert.Equal(2, preset.GetProperty("parameters").GetProperty("tests").GetInt32());
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("!")]
    public async Task Filters_are_data_and_never_statements(string text)
    {
        var server = await fixture.GetAsync();
        Assert.Empty((await GetAsync(server.As("viewer"), "/templates?q=" + Uri.EscapeDataString(text))).EnumerateArray());
        Assert.Empty((await GetAsync(server.As("viewer"), "/templates?tag=" + Uri.EscapeDataString(text))).EnumerateArray());
    }

    [Fact]
    public async Task Lists_are_filtered_by_tag_and_come_in_parts()
    {
        var server = await fixture.GetAsync();
        foreach (var i in Enumerable.Range(0, 5))
            await AddAsync(server.As("author"), $"Paged {i}");
        var names = new List<string>();
        for (string? next = Api + "/templates?limit=2&q=paged&tag=daily"; next is not null;)
        {
            using var answer = await server.As("viewer").GetAsync(next, Cancel);
            names.AddRange((await TestServer.JsonAsync(answer)).EnumerateArray().Select(template => template.GetProperty("name").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(["Paged 0", "Paged 1", "Paged 2", "Paged 3", "Paged 4"], names);
    }
}

using System.Net.Http.Json;
using System.Text.Json;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>What a template would show, without a report.</summary>
public abstract class TemplatePreviewTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_shows_the_rendered_report_and_names_its_samples()
    {
        var server = await fixture.GetAsync();
        var viewer = server.As("viewer");
        var id = await TemplateTests.AddAsync(server.As("author"), "Previewed");
        var preview = await TemplateTests.GetAsync(viewer, $"/templates/{id}/preview");
        var block = Assert.Single(preview.GetProperty("blocks").EnumerateArray());
        Assert.Equal("data", block.GetProperty("type").GetString());
        Assert.Contains("Tests: 156", block.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal("Previewed", preview.GetProperty("metadata").GetProperty("name").GetString());
        Assert.Equal("SAMPLE DATA", preview.GetProperty("document").GetProperty("metadata").GetProperty("classification").GetString());

        var standard = (await TemplateTests.GetAsync(viewer, "/templates?q=standard")).EnumerateArray().First().GetProperty("id").GetString();
        var sample = await TemplateTests.GetAsync(viewer, $"/templates/{standard}/preview");
        Assert.Contains("Attacks worked in", sample.ToString(), StringComparison.Ordinal);
        Assert.Contains("Sample data", sample.ToString(), StringComparison.Ordinal);
        var real = await TemplateTests.GetAsync(viewer, $"/templates/{standard}/preview?data=real");
        Assert.DoesNotContain("Attacks worked in", real.ToString(), StringComparison.Ordinal);
        var empty = await TemplateTests.GetAsync(viewer, $"/templates/{standard}/preview?sample_data=false");
        Assert.Contains("failed", empty.ToString(), StringComparison.Ordinal);

        using var page = await viewer.GetAsync($"{Api}/templates/{standard}/preview?format=html", Cancel);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_reads_no_file_of_the_server()
    {
        var server = await fixture.GetAsync();
        var config = new
        {
            datasets = new { passwd = new { source = "file", path = "/etc/passwd", format = "csv" } },
            blocks = new object[]
            {
                new { id = "a", type = "data_block", order = 1, title = "A", template = "{% include '/etc/passwd' %}" },
                new { id = "b", type = "data_block", order = 2, title = "B", template = "{{ ''.__class__.__mro__ }}" },
                new { id = "c", type = "data_block", order = 3, title = "C", data_sources = new[] { "passwd" } },
            },
        };
        using var answer = await server.As("author").PostAsJsonAsync(Api + "/templates/preview", new { template_config = WithMetadata(config), data = "real" }, Cancel);
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_a_template_that_is_not_kept_takes_parameters()
    {
        var server = await fixture.GetAsync();
        var body = new { template_config = WithMetadata(TemplateTests.Config()), parameters = new { tests = 7 } };
        var preview = await TestServer.OkAsync(server.As("author").PostAsJsonAsync(Api + "/templates/preview", body, Cancel));
        Assert.Contains("Tests: 7", preview.GetProperty("blocks")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
        var refusal = await TestServer.RefusedAsync(422, "invalid_request", server.As("author").PostAsJsonAsync(
            Api + "/templates/preview", new { template_config = WithMetadata(TemplateTests.Config()), parameters = new { tests = "many", other = 1 } }, Cancel));
        Assert.Equal(["parameters.other", "parameters.tests"], refusal.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order(StringComparer.Ordinal));
    }

    private static JsonElement WithMetadata(object config)
    {
        var node = JsonSerializer.SerializeToNode(config)!.AsObject();
        node["metadata"] = JsonSerializer.SerializeToNode(new { id = "draft", name = "Draft", version = "1" });
        return JsonSerializer.SerializeToElement(node);
    }
}

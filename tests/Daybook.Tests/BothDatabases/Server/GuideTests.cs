using System.Net.Http.Json;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>The integration test of the guide, against this server.</summary>
public abstract class GuideTests(ServerFixture fixture)
{
    private const string Api = "/api/v1/cob";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_template_lives_and_gives_a_report_as_the_guide_tests_it()
    {
        var server = await fixture.GetAsync();

        // Sign in
        var login = await TestServer.OkAsync(server.Anonymous.PostAsJsonAsync(Api + "/auth/login", new { username = "author", password = TestServer.Password }, Cancel));
        using var client = server.WithToken(login.GetProperty("access_token").GetString()!);

        // Create
        var config = new { blocks = Array.Empty<object>(), parameters = new { shift = new { type = "text", required = false } }, export_config = new { formats = new[] { "markdown", "pdf" } } };
        var created = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/templates", new { name = "Integration Test", version = "1.0.0", description = "Test", template_config = config }, Cancel));
        Assert.Equal("Template created successfully", created.GetProperty("message").GetString());
        var id = created.GetProperty("id").GetString();

        // List contains the id
        var listed = await TestServer.OkAsync(client.GetAsync(Api + "/templates?limit=200", Cancel));
        Assert.Contains(id, listed.EnumerateArray().Select(template => template.GetProperty("id").GetString()));

        // Get shows the name
        var template = await TestServer.OkAsync(client.GetAsync($"{Api}/templates/{id}", Cancel));
        Assert.Equal(("Integration Test", "author"), (template.GetProperty("name").GetString(), template.GetProperty("author").GetString()));

        // Update the description
        var updated = await TestServer.OkAsync(client.PutAsJsonAsync($"{Api}/templates/{id}", new { description = "Updated description" }, Cancel));
        Assert.Equal("Template updated successfully", updated.GetProperty("message").GetString());
        Assert.Equal("Updated description", (await TestServer.OkAsync(client.GetAsync($"{Api}/templates/{id}", Cancel))).GetProperty("description").GetString());

        // Generate with a parameter, in Markdown and PDF
        var generated = await TestServer.OkAsync(client.PostAsJsonAsync(
            Api + "/reports/generate", new { template_id = id, report_date = "2026-05-04", parameters = new { shift = "Day" }, export_formats = new[] { "markdown", "pdf" } }, Cancel));
        Assert.Equal("Report generation started", generated.GetProperty("message").GetString());
        Assert.Equal(["markdown", "pdf"], generated.GetProperty("export_formats").EnumerateArray().Select(format => format.GetString()));
        var reportId = generated.GetProperty("report_id").GetString()!;
        await TestServer.OkAsync(client.GetAsync($"{Api}/reports/{reportId}", Cancel));

        // Export as PDF with a watermark, and look at it
        await ReportTests.FinishAsync(client, reportId);
        var export = await TestServer.OkAsync(client.PostAsJsonAsync($"{Api}/reports/{reportId}/export", new { format = "pdf", options = new { watermark = "TEST" } }, Cancel));
        Assert.Equal("pdf", export.GetProperty("format").GetString());
        var pdf = await server.Anonymous.GetByteArrayAsync(export.GetProperty("export_url").GetString(), Cancel);
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);

        // Delete
        var deleted = await TestServer.OkAsync(client.DeleteAsync($"{Api}/templates/{id}", Cancel));
        Assert.Equal("Template deleted successfully", deleted.GetProperty("message").GetString());
        Assert.DoesNotContain(id, (await TestServer.OkAsync(client.GetAsync(Api + "/templates?limit=200", Cancel))).EnumerateArray().Select(found => found.GetProperty("id").GetString()));
    }
}

using System.Net.Http.Json;
using System.Text;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>Answers can be read as they come: only what JSON asks for is escaped, and no browser takes them for a page.</summary>
public sealed class PlainJsonTests(RouteServer fixture) : IClassFixture<RouteServer>
{
    private const string Text = "it's <b>5 & more</b> + \u00e9\u4e16";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_names_what_was_sent_without_escapes()
    {
        var server = await fixture.GetAsync();
        using var answer = await server.Admin.PostAsync(Site.Api + "/schedules/dry-run", new StringContent("""{"rule": "it's <b>"}""", Encoding.UTF8, "application/json"), Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("'", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Texts_come_back_as_they_were_sent()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        var made = await TestServer.OkAsync(author.PostAsJsonAsync(Site.Api + "/templates", new { name = Site.NewName("Plain "), version = "1", description = Text, template_config = ReportTests.Config() }, Cancel));
        using var answer = await author.GetAsync($"{Site.Api}/templates/{made.GetProperty("id").GetString()}", Cancel);
        Assert.Contains($"\"{Text}\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}

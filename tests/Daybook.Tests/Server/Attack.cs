using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Tests.BothDatabases.Server;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>What attackers bring.</summary>
internal static partial class Attack
{
    /// <summary>An id of nothing.</summary>
    public const string Nowhere = "00000000-0000-0000-0000-000000000000";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A template whose every text is the same.</summary>
    public static object Template(string text) => new
    {
        metadata = new { description = text, author = text, tags = new[] { text }, permissions = new { read = new[] { "user:author" }, write = Array.Empty<string>() } },
        export_config = new { file_name = "{template_name} {shift} {operator}" },
        parameters = new { note = new { type = "text", @default = text, help = text } },
        datasets = new { rows = new { source = "inline", rows = new[] { new Dictionary<string, object> { ["label"] = text, ["value"] = 3, [text] = text } } } },
        blocks = new object[]
        {
            new { id = "text", type = "data_block", order = 1, title = text, icon = text, template = "{{ note }} {% for row in rows %}{{ row.label }}{% endfor %}", data_sources = new[] { "rows" } },
            new { id = "table", type = "data_block", order = 2, title = text, data_sources = new[] { "rows" } },
            new { id = "raw", type = "data_block", order = 3, title = "Raw", template = text },
            new { id = "chart", type = "visualization_block", order = 4, title = text, config = new { chart_type = "bar", data_source = "rows", options = new { title = text, x = "label", y = "value" } } },
        },
    };

    /// <returns>What the author of a template sees of it; a refusal is an answer too, a defect is none.</returns>
    public static async Task<string> PreviewAsync(TestServer server, object config, string format)
    {
        var properties = JsonSerializer.SerializeToElement(config).EnumerateObject().Where(property => property.Name != "metadata").ToDictionary(property => property.Name, property => (object)property.Value);
        properties["metadata"] = new { id = "tried", name = "Tried", version = "1" };
        using var answer = await server.As("author").PostAsJsonAsync($"{Site.Api}/templates/preview", new { template_config = properties, data = "real", format }, Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} {body}");
        return body;
    }

    /// <summary>Every route that takes a body, with an address that leads nowhere and the media type that it takes.</summary>
    public static IEnumerable<(string Method, string Path, string MediaType)> RoutesWithBodies(TestServer server) =>
        from endpoint in server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
        where accepts is not null
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (method, Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : Nowhere), accepts.ContentTypes is [var first, ..] ? first : "application/json");

    [GeneratedRegex(@"\{\w+(:\w+)?\}")]
    private static partial Regex Parameter();
}

using System.Text.Json;

namespace Daybook.Tests.Jinja.Corpus;

/// <summary>One template of the corpus, with its data, the options of its environment, and what stock Jinja2 made of it.</summary>
internal sealed record JinjaCase(
    string Id, string Template, IReadOnlyDictionary<string, string> Templates, JsonElement? Context, JsonElement? Options, CaseResult? Expect)
{
    public static JinjaCase Read(string line)
    {
        using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 256 });
        var root = document.RootElement;
        return new JinjaCase(
            root.GetProperty("id").GetString()!,
            root.GetProperty("template").GetString()!,
            Member("templates")?.Deserialize<Dictionary<string, string>>() ?? [],
            Member("context"),
            Member("options"),
            Member("expect") is { } expect ? CaseResult.Read(expect) : null);

        JsonElement? Member(string name) => root.TryGetProperty(name, out var member) ? member.Clone() : null;
    }
}

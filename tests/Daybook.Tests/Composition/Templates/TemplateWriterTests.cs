using System.Text.Json;
using CsCheck;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public class TemplateWriterTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab: -#'\"\\{}[]|>&*!%@`,?~\n\t é0.\u00a0\u0085\u2028\uFEFF"], 0, 20],
        Gen.OneOf<string>("yes", "No", "null", "~", "1.0", "007", "1_000", "true", "2026-05-04", "<<", "", " ", "---", "...", "- a", "a: b", "😀", "line\nline\n", "line\n\n  deeper\nend", "\n"));

    [Fact]
    public void Every_field_survives_being_written_and_read_as_json_and_as_yaml()
    {
        var text = File.ReadAllText(TemplateFixture.Sample("every-field.yaml"));
        var template = TemplateFixture.Yaml(text);

        var json = TemplateWriter.ToJson(template);
        var yaml = TemplateWriter.ToYaml(template);

        Golden.Matches(json, "every-field.json");
        Golden.Matches(yaml, "every-field.yaml");
        Assert.Equal(json, TemplateWriter.ToJson(TemplateFixture.Reader.Read(json, "t.json").Template!));
        Assert.Equal(json, TemplateWriter.ToJson(TemplateFixture.Reader.Read(yaml, "t.yaml").Template!));
    }

    [Fact]
    public void Any_text_survives_being_written_as_yaml() =>
        Gen.Select(Text, Text).Sample((key, value) =>
        {
            var written = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["k" + key] = new object[] { value, new Dictionary<string, string> { ["x"] = value } } });
            var head = "metadata: {id: t, name: T, version: '1'}\ndatasets:\n  d:\n    source: inline\n    value:\n";
            var body = string.Concat(YamlText.Of(written).Split('\n').Select(line => line.Length == 0 ? "\n" : $"      {line}\n"));
            var template = TemplateFixture.Yaml(head + body);
            Assert.True(JsonElement.DeepEquals(written, template.Datasets[0].Settings["value"].Json), head + body);
        }, iter: 3000);
}

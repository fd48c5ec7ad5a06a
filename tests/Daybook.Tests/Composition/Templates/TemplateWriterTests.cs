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
        Gen.Select(Text, Text).Always((key, value) =>
        {
            var written = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["k" + key] = new object[] { value, new Dictionary<string, string> { ["x"] = value } } });
            var yaml = YamlText.Of(written);
            var diagnostics = new DiagnosticBag();
            var read = YamlNodes.Read(yaml, new LineMap("test.yaml", yaml), diagnostics);
            Assert.Empty(diagnostics.ToImmutable());
            Assert.True(JsonElement.DeepEquals(written, read!.ToJson(null)), yaml);
        }, iter: 3000);
}

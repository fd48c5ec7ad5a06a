using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Tests.Composition.Templates;

namespace Daybook.Tests.Composition.Composing;

/// <summary>Composes a template given as YAML (without its metadata) with data given as JSON.</summary>
internal static class Compose
{
    public static readonly ReportComposer Composer = new(new ComposerOptions());

    private const string Metadata = "metadata: {id: t, name: Close, version: 1.0.0}\n";

    public static CompositionRequest Request(string template, string data = "{}", string parameters = "{}") => new()
    {
        Template = Template(template),
        Parameters = JsonDocument.Parse(parameters).RootElement.EnumerateObject().ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal),
        Period = TestPeriods.Monday,
        Snapshot = Snapshot.Of(JsonDocument.Parse(data).RootElement),
        GeneratedAt = new DateTimeOffset(2026, 5, 4, 18, 0, 5, TimeSpan.Zero),
    };

    public static CompositionResult Run(CompositionRequest request) => Composer.Compose(request, TestContext.Current.CancellationToken);

    public static CompositionResult Run(string template, string data = "{}", string parameters = "{}") => Run(Request(template, data, parameters));

    /// <summary>The only section of the report.</summary>
    public static Section Section(string template, string data = "{}", string parameters = "{}") => Assert.Single(Run(template, data, parameters).Document.Sections);

    /// <summary>The section of a data block with this template.</summary>
    public static Section Text(string template, string data = "{}", string parameters = "{}") =>
        Section($"blocks:\n  - {{id: b, type: data_block, order: 1, title: B, template: {JsonSerializer.Serialize(template)}}}\n", data, parameters);

    /// <summary>What a reader sees of a data block's text.</summary>
    public static string Shown(string template, string data = "{}", string parameters = "{}")
    {
        var section = Text(template, data, parameters);
        Assert.Equal((SectionStatus.Ok, null), (section.Status, section.Reason));
        return string.Join("\n", section.Blocks.Select(block => PlainText.Of(Assert.IsType<Paragraph>(block).Inlines)));
    }

    public static ReportTemplate Template(string template)
    {
        var reader = new TemplateReader(new TemplateReaderOptions { Jinja = Composer.Jinja, SourceKinds = ["file", "garak", "inline"] });
        var result = reader.Read(Metadata + template, "test.yaml");
        Assert.Equal("", TemplateFixture.Lines(result.Diagnostics));
        return result.Template!;
    }
}

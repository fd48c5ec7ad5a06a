using Daybook.Composition;
using Daybook.Export;
using Daybook.Jinja;
using Daybook.RedTeam;
using Daybook.Reports;
using Daybook.Sources;
using Daybook.Tests.Commands;
using Daybook.Tests.Composition;

namespace Daybook.Tests.Reports;

/// <summary>Whatever a template has become, it gives a list of problems or a report: no crash, no endless work, nothing outside its limits.</summary>
public sealed class DamagedTemplateTests
{
    /// <summary>A run of many more is made with DAYBOOK_TEST_DAMAGED=100000.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("DAYBOOK_TEST_DAMAGED"), out var count) ? count : 500;

    private static readonly RenderLimits Texts = new() { Steps = 20_000, OutputLength = 200_000, TotalSize = 5_000_000, ValueSize = 1_000_000 };

    private static readonly ScriptLimits Scripts = new() { Statements = 20_000, Memory = 8 * 1024 * 1024 };

    private readonly ReportComposer _composer = new(new ComposerOptions { TemplateLimits = Texts, ScriptLimits = Scripts });

    [Fact]
    public async Task A_damaged_template_gives_problems_or_a_report()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "t.yaml");
        string[] templates = [.. Templates()];
        var reports = 0;
        for (var i = 0; i < Count; i++)
        {
            var random = new Random(20260504 + i);
            var bytes = new TemplateMutator(random).Damage(templates[random.Next(templates.Length)]);
            await File.WriteAllBytesAsync(path, bytes);
            try
            {
                reports += await IsReport(path, folder.Path) ? 1 : 0;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Template {i}:\n{System.Text.Encoding.UTF8.GetString(bytes)}", exception);
            }
        }

        // Damage that always breaks the file would test the reader alone.
        Assert.InRange(reports, Count / 8, Count);
    }

    private static IEnumerable<string> Templates()
    {
        yield return ExamplePage.Read("templates.md").Examples[0].Yaml;
        yield return Repository.Read("tests/Daybook.Tests/Composition/Templates/samples/every-field.yaml");
        yield return BuiltInTemplates.StandardSecurityCob.Text;
        var page = ExamplePage.Read("blocks.md").Examples;
        foreach (var example in page.Skip(1))
            yield return $"metadata: {{id: t, name: T, version: \"1\"}}\n{page[0].Yaml}blocks:\n{example.Yaml}";
    }

    /// <returns>False when the template was refused with a reason.</returns>
    private async Task<bool> IsReport(string path, string folder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var read = new TemplateReader(new TemplateReaderOptions { Jinja = _composer.Jinja, SourceKinds = SourceCatalog.Kinds }).ReadFile(path);
        if (read.Template is not { } template)
        {
            Assert.NotEmpty(read.Diagnostics);
            return false;
        }

        var binding = new ParameterBinder(_composer.Jinja).Bind(template.Parameters, [], TestPeriods.Monday, TestPeriods.Monday.End);
        if (binding.Values is not { } values)
        {
            Assert.NotEmpty(binding.Diagnostics);
            return false;
        }

        var collector = new DatasetCollector(SourceCatalog.Of([folder]), new CollectorOptions());
        var collection = new CollectionRequest { Template = template, Parameters = values, Period = TestPeriods.Monday, GeneratedAt = TestPeriods.Monday.End };
        try
        {
            var composition = new CompositionRequest
            {
                Template = template, Parameters = values, Period = TestPeriods.Monday, GeneratedAt = TestPeriods.Monday.End, AllowScripts = true,
                Snapshot = await collector.CollectAsync(collection, cancellation),
            };
            var document = _composer.Compose(composition, cancellation).Document;
            foreach (var exporter in Exporters.All)
            {
                using var content = new MemoryStream();
                await exporter.ExportAsync(document, FormatOptions.Of(exporter.Format, new ExportFormatOptions(), BuiltInThemes.Daybook), content, cancellation);
                Assert.NotEqual(0, content.Length);
            }

            return true;
        }
        catch (CompositionException exception)
        {
            Assert.NotEqual("", exception.Message);
            return false;
        }
    }
}

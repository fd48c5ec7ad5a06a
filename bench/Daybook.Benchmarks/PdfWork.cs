using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Benchmarks;

/// <summary>
/// The standard or large report as PDF, from parsed data to finished bytes: templates are rendered, Markdown read, charts and pages drawn
/// anew in each run, as by the pipelines it is measured beside.
/// </summary>
internal static class PdfWork
{
    private static readonly DateTimeOffset Generated = new(2025, 6, 11, 17, 0, 0, TimeSpan.Zero);

    public static Func<byte[]> Prepare(JsonElement workload)
    {
        var composer = new ReportComposer(new ComposerOptions());
        var request = Request(workload, composer);
        var options = new PdfExportOptions { SectionsOnNewPages = true, PageSize = PaperSize.A4 };
        var exporter = Exporters.Find("pdf")!;
        var length = 0;
        return () =>
        {
            var composed = composer.Compose(request, CancellationToken.None);
            if (!composed.Log.IsEmpty)
                throw new InvalidOperationException($"The report is not whole: {composed.Log[0].BlockId}: {composed.Log[0].Message}");
            // As long as the last one: a file would take the bytes without copying them again and again.
            using var output = new MemoryStream(length);
            exporter.ExportAsync(composed.Document, options, output, CancellationToken.None).GetAwaiter().GetResult();
            length = (int)output.Length;
            return output.ToArray();
        };
    }

    private static CompositionRequest Request(JsonElement workload, ReportComposer composer)
    {
        var data = JsonNode.Parse(workload.GetProperty("data").GetRawText())!.AsObject();
        data["meta"] = JsonNode.Parse(workload.GetProperty("meta").GetRawText());
        var blocks = new JsonArray();
        foreach (var block in workload.GetProperty("blocks").EnumerateArray())
            blocks.Add(PdfWorkBlocks.Of(block, blocks.Count + 1, data));
        var meta = workload.GetProperty("meta");
        var template = new JsonObject
        {
            ["metadata"] = new JsonObject { ["id"] = "standard", ["name"] = meta.GetProperty("title").GetString(), ["version"] = meta.GetProperty("version").GetString(), ["author"] = meta.GetProperty("author").GetString() },
            ["blocks"] = blocks,
        };
        var read = new TemplateReader(new TemplateReaderOptions { Jinja = composer.Jinja, SourceKinds = [] }).Read(template.ToJsonString(), "workload.json");
        if (read.Template is null)
            throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
        return new CompositionRequest
        {
            Template = read.Template,
            Period = new ReportPeriod(new DateOnly(2025, 6, 11), Generated.AddDays(-1), Generated, "UTC", []),
            Snapshot = Snapshot.Of(JsonElement.Parse(data.ToJsonString())),
            GeneratedAt = Generated,
            Classification = meta.GetProperty("classification").GetString(),
        };
    }
}

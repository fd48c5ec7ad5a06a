using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Export;
using Daybook.RedTeam;
using Daybook.Reports;
using NodaTime;

namespace Daybook.Tests.RedTeam.Templates;

/// <summary>Makes a report of a built-in template from a folder of logs.</summary>
internal sealed class BuiltInReport(BuiltInTemplate builtIn)
{
    private static readonly ReportComposer Composer = new(new ComposerOptions { Includes = BuiltInTemplates.Part });

    public static ReportPeriod Period(DateOnly businessDate) =>
        BusinessPeriods.Of(businessDate, new LocalTime(18, 0), DateTimeZoneProviders.Tzdb["America/New_York"]);

    public TemplateReadResult Read() => new TemplateReader(
        new TemplateReaderOptions { Jinja = Composer.Jinja, SourceKinds = ["inline", "file", "garak"] }).Read(builtIn.Text, builtIn.FileName);

    public static async Task<JsonElement> CobAsync(string folder, ReportPeriod period, CancellationToken cancellationToken, string path = "*.report.jsonl")
    {
        var result = await DatasetAsync(folder, path, period, cancellationToken);
        return ((DatasetValue)result.Content).Value;
    }

    public async Task<CompositionResult> ComposeAsync(
        string folder, DateOnly businessDate, CancellationToken cancellationToken, params (string Name, string Value)[] parameters) =>
        Composer.Compose(await RequestAsync(folder, businessDate, cancellationToken, parameters), cancellationToken);

    /// <summary>What models are asked for the report.</summary>
    public async Task<ImmutableArray<AnalysisRequest>> AnalysesAsync(string folder, DateOnly businessDate, CancellationToken cancellationToken) =>
        Composer.Analyses(await RequestAsync(folder, businessDate, cancellationToken, ("ai_analysis", "true")), cancellationToken);

    private async Task<CompositionRequest> RequestAsync(
        string folder, DateOnly businessDate, CancellationToken cancellationToken, params (string Name, string Value)[] parameters)
    {
        var template = Read().Template!;
        var period = Period(businessDate);
        SuppliedParameter[] supplied =
            [new("logs", JsonSerializer.SerializeToElement("*.report.jsonl"), false), .. parameters.Select(p => new SuppliedParameter(p.Name, JsonDocument.Parse(p.Value).RootElement, false))];
        var bound = new ParameterBinder(Composer.Jinja).Bind(template.Parameters, supplied, period, period.End.AddMinutes(5));
        Assert.Empty(bound.Diagnostics);
        var cob = await DatasetAsync(folder, "*.report.jsonl", period, cancellationToken);
        return new CompositionRequest
        {
            Template = template,
            Parameters = bound.Values!,
            Period = period,
            Snapshot = Snapshot.Empty with { Datasets = Snapshot.Empty.Datasets.Add("cob", cob) },
            GeneratedAt = period.End.AddMinutes(5),
        };
    }

    public static async Task<string> ExportAsync(IDocumentExporter exporter, CompositionResult report, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await exporter.ExportAsync(report.Document, new ExportOptions(), output, cancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<DatasetResult> DatasetAsync(string folder, string path, ReportPeriod period, CancellationToken cancellationToken)
    {
        var settings = ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["path"] = path, ["view"] = "cob", ["zone"] = period.Zone }
            .Select(entry => KeyValuePair.Create(entry.Key, JsonSerializer.SerializeToElement(entry.Value))));
        await using var reader = await new GarakSource(new FileRoots([folder]), GarakLimits.Default)
            .OpenAsync(new DatasetQuery("cob", settings, period), cancellationToken);
        var value = await ((ValueReader)reader).ReadAsync(cancellationToken);
        return new DatasetResult(new DatasetValue(value)) { Notes = [.. reader.Notes], Origins = [.. reader.Origins] };
    }
}

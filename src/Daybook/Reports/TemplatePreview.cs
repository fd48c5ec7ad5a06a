using System.Runtime.ExceptionServices;
using System.Text.Json;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Schedules.TimeZones;
using Daybook.Sources;
using Daybook.Templates;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Daybook.Reports;

/// <summary>Shows what a template gives, and keeps nothing.</summary>
internal sealed class TemplatePreview(ServerSources sources, SampleData samples, IOptions<ReportsOptions> options, TimeProvider clock)
{
    private const string SampleLabel = "SAMPLE DATA";

    /// <param name="parameters">An object; null takes every default.</param>
    /// <exception cref="ProblemException">A parameter is wrong, the report as a whole fails, or it takes too long.</exception>
    public async Task<Artifact> MakeAsync(ReportTemplate template, JsonElement? parameters, PreviewData data, IDocumentExporter exporter, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.PreviewSeconds));
        try
        {
            var period = data == PreviewData.Sample
                ? BusinessPeriods.Of(SampleData.BusinessDate, new LocalTime(18, 0), TimeZoneData.InUse.Provider[SampleData.Zone])
                : ServerDay.Of(null, null, null, options.Value, clock);
            var generatedAt = data == PreviewData.Sample ? period.End : Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(TimeZoneData.InUse.Provider[period.Zone]).ToDateTimeOffset();
            var request = Request(data == PreviewData.Real ? template : Pointed(template, data), parameters, data, period, generatedAt);
            var all = data == PreviewData.Sample ? await samples.SourcesAsync(limit.Token).ConfigureAwait(false) : await sources.OfAsync(request.Template, limit.Token).ConfigureAwait(false);
            var pipeline = new ReportPipeline(
                new DatasetCollector(all, new CollectorOptions { Time = clock }),
                new SilentAnalyst("a preview asks no AI model."),
                new ReportComposer(new ComposerOptions { Time = clock, Includes = new IncludedTexts(null).Find }),
                clock,
                StageLimits.None);
            var export = new RequestedExport(exporter, FormatOptions.Of(exporter.Format, new ExportFormatOptions(), BuiltInThemes.Daybook));
            var result = await pipeline.RunAsync(new ReportRequest(request, [export]), new NoCheckpoints(static _ => { }), limit.Token).ConfigureAwait(false);
            foreach (var failure in result.Failures)
                ExceptionDispatchInfo.Throw(failure.Cause);
            return result.Artifacts[0];
        }
        catch (CompositionException failure)
        {
            throw new ProblemException(ProblemType.InvalidTemplate, failure.Message, [new FieldError(null, failure.Message, failure.Code) { Line = failure.Location?.Line, Column = failure.Location?.Column }]);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(ProblemType.TookTooLong, $"The preview took more than {options.Value.PreviewSeconds} seconds.");
        }
    }

    private CompositionRequest Request(ReportTemplate template, JsonElement? parameters, PreviewData data, ReportPeriod period, DateTimeOffset generatedAt) => new()
    {
        Template = template,
        Parameters = ReportParameters.Bind(template, ReportParameters.Of(parameters).Concat(data == PreviewData.Sample ? SampleParameters(template, parameters) : []), period, generatedAt),
        Period = period,
        Snapshot = Snapshot.Empty,
        GeneratedAt = generatedAt,
        Classification = data == PreviewData.Sample ? SampleLabel : null,
        AllowScripts = options.Value.AllowScripts,
    };

    /// <summary>The template with its red-team datasets reading the samples, or without datasets.</summary>
    private static ReportTemplate Pointed(ReportTemplate template, PreviewData data) => data == PreviewData.Empty
        ? template with { Datasets = [] }
        : template with
        {
            Datasets = [.. template.Datasets.Select(dataset => dataset.Kind != "garak" ? dataset : dataset with
            {
                Source = dataset.Kind,
                Settings = dataset.Settings.SetItem("path", TemplateValue.Literal(SampleData.Logs, dataset.Location)).SetItem("zone", TemplateValue.Literal(SampleData.Zone, dataset.Location)),
            })],
        };

    private static IEnumerable<SuppliedParameter> SampleParameters(ReportTemplate template, JsonElement? given) => template.Parameters
        .Where(parameter => parameter is { Name: "sample", Type: ParameterType.Boolean } && !(given?.TryGetProperty("sample", out _) ?? false))
        .Select(parameter => SuppliedParameter.FromText(parameter.Name, "true"));
}

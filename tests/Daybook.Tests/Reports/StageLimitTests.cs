using System.Collections.Immutable;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Reports;
using Daybook.Tests.Composition;

namespace Daybook.Tests.Reports;

/// <summary>A source or a format that never ends does not keep a report for ever.</summary>
public sealed class StageLimitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    private readonly ReportComposer _composer = new(new ComposerOptions());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Collecting_that_takes_too_long_ends_the_report()
    {
        var timeout = await Assert.ThrowsAsync<StageTimeoutException>(() => RunAsync(StageLimits.None with { Collect = Soon }, "datasets: {rows: {source: stuck}}", []));
        Assert.Equal("The stage 'collect' took more than 0.001 seconds.", timeout.Message);
    }

    [Fact]
    public async Task Composing_that_takes_too_long_ends_the_report()
    {
        // As much as a template may do, so that the limit strikes long before the end.
        const string Text = "{% for a in range(1000) %}{% for b in range(9000) %}{% endfor %}{% endfor %}";
        var timeout = await Assert.ThrowsAsync<StageTimeoutException>(() => RunAsync(StageLimits.None with { Compose = Soon }, "", [], text: Text));
        Assert.Equal("The stage 'compose' took more than 0.001 seconds.", timeout.Message);
    }

    [Fact]
    public async Task A_format_that_takes_too_long_is_left_out_and_the_others_are_made()
    {
        var result = await RunAsync(StageLimits.None with { Export = Soon }, "", [new Format("first", false), new Format("stuck", true), new Format("last", false)]);
        Assert.Equal(["first", "last"], result.Artifacts.Select(artifact => artifact.Format));
        var failure = Assert.Single(result.Failures);
        Assert.Equal(("stuck", StageTimeoutException.Code), (failure.Format, failure.Code));
    }

    [Fact]
    public async Task A_server_that_stops_is_not_taken_for_a_stage_that_takes_too_long()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(StageLimits.None with { Collect = Soon }, "datasets: {rows: {source: stuck}}", [], stopped.Token));
    }

    [Fact]
    public void The_limits_are_those_of_the_settings() =>
        Assert.Equal(new StageLimits(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)), StageLimits.Of(new ReportsOptions { CollectSeconds = 1, ComposeSeconds = 2, ExportSeconds = 3 }));

    private async Task<ReportResult> RunAsync(StageLimits limits, string datasets, ImmutableArray<Format> formats, CancellationToken? stop = null, string text = "text")
    {
        var template = new TemplateReader(new TemplateReaderOptions { Jinja = _composer.Jinja, SourceKinds = ["stuck"] }).Read($$"""
            metadata: {id: t, name: T, version: "1"}
            {{datasets}}
            blocks: [{id: a, type: data_block, order: 1, title: A, template: "{{text}}"}]
            """, "t.yaml").Template!;
        var composition = new CompositionRequest
        {
            Template = template, Parameters = new ParameterBinder(_composer.Jinja).Bind(template.Parameters, [], TestPeriods.Monday, TestPeriods.Monday.End).Values!,
            Period = TestPeriods.Monday, GeneratedAt = TestPeriods.Monday.End, Snapshot = Snapshot.Empty,
        };
        var pipeline = new ReportPipeline(new DatasetCollector([new StuckSource()], new CollectorOptions()), new SilentAnalyst("Nobody answers."), _composer, TimeProvider.System, limits);
        return await pipeline.RunAsync(new ReportRequest(composition, [.. formats.Select(format => new RequestedExport(format, new ExportOptions()))]), new NoCheckpoints(_ => { }), stop ?? Cancel);
    }

    private sealed class StuckSource : IDataSource
    {
        public string Kind => "stuck";

        public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => [];

        public async Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class Format(string name, bool isStuck) : IDocumentExporter
    {
        string IDocumentExporter.Format => name;

        public string FileExtension => "." + name;

        public string MediaType => "text/plain";

        public async Task<ImmutableArray<ExportNote>> ExportAsync(ReportDocument document, ExportOptions options, Stream output, CancellationToken cancellationToken)
        {
            if (isStuck)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return [];
        }
    }
}

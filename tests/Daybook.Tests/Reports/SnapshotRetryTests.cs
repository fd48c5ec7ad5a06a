using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Reports;
using Daybook.Tests.Composition;

namespace Daybook.Tests.Reports;

/// <summary>What another attempt at a report does with the data of the one before.</summary>
public sealed class SnapshotRetryTests
{
    private readonly ReportComposer _composer = new(new ComposerOptions());
    private readonly FirstTimeFailing _source = new();
    private readonly KeptSnapshot _kept = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_that_may_not_be_without_its_data_reads_them_anew()
    {
        var failure = await Assert.ThrowsAnyAsync<CompositionException>(() => RunAsync("fail"));
        Assert.Equal("away", failure.Code);
        Assert.Null(_kept.Snapshot);
        Assert.Equal(ReportStatus.Completed, (await RunAsync("fail")).Composition.Document.Metadata.Status);
        Assert.Equal(2, _source.Reads);
    }

    [Fact]
    public async Task A_report_that_can_be_made_without_them_keeps_what_was_read()
    {
        Assert.Equal(ReportStatus.CompletedWithErrors, (await RunAsync("show")).Composition.Document.Metadata.Status);
        Assert.Equal(ReportStatus.CompletedWithErrors, (await RunAsync("show")).Composition.Document.Metadata.Status);
        Assert.Equal(1, _source.Reads);
    }

    [Fact]
    public async Task Data_that_are_whole_are_never_read_twice_whatever_fails()
    {
        _source.Reads = 1;
        await Assert.ThrowsAnyAsync<CompositionException>(() => RunAsync("fail", "{{ nothing.at.all }}"));
        await Assert.ThrowsAnyAsync<CompositionException>(() => RunAsync("fail", "{{ nothing.at.all }}"));
        Assert.Equal(2, _source.Reads);
    }

    private async Task<ReportResult> RunAsync(string onError, string text = "{{ rows | length }}")
    {
        var template = new TemplateReader(new TemplateReaderOptions { Jinja = _composer.Jinja, SourceKinds = [_source.Kind] }).Read($$$"""
            metadata: {id: t, name: T, version: "1"}
            datasets: {rows: {source: flaky}}
            blocks: [{id: a, type: data_block, order: 1, title: A, data_sources: [rows], template: "{{{text}}}", on_error: {{{onError}}} }]
            """, "t.yaml").Template!;
        var composition = new CompositionRequest
        {
            Template = template, Parameters = new ParameterBinder(_composer.Jinja).Bind(template.Parameters, [], TestPeriods.Monday, TestPeriods.Monday.End).Values!,
            Period = TestPeriods.Monday, GeneratedAt = TestPeriods.Monday.End, Snapshot = Snapshot.Empty,
        };
        var pipeline = new ReportPipeline(new DatasetCollector([_source], new CollectorOptions()), new SilentAnalyst("Nobody answers."), _composer, TimeProvider.System, StageLimits.None);
        return await pipeline.RunAsync(new ReportRequest(composition, []), _kept, Cancel);
    }

    /// <summary>Away at the first read, there at every other.</summary>
    private sealed class FirstTimeFailing : IDataSource
    {
        public int Reads { get; set; }

        public string Kind => "flaky";

        public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => [];

        public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken) =>
            ++Reads == 1 ? throw new DataSourceException("away", "It is away.") : Task.FromResult<DatasetReader>(new JsonRowsReader([JsonElement.Parse("""{"id": 1}""")], []));
    }

    /// <summary>Keeps the snapshot from one attempt to the next, and nothing else.</summary>
    private sealed class KeptSnapshot : IReportCheckpoints
    {
        private readonly NoCheckpoints _others = new(_ => { });

        public Snapshot? Snapshot { get; private set; }

        public Task<Snapshot?> FindSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult(Snapshot);

        public Task KeepAsync(Snapshot snapshot, CancellationToken cancellationToken)
        {
            Snapshot = snapshot;
            return Task.CompletedTask;
        }

        public Task LeaveSnapshotAsync(CancellationToken cancellationToken)
        {
            Snapshot = null;
            return Task.CompletedTask;
        }

        public Task BeginAsync(ReportStage stage, CancellationToken cancellationToken) => _others.BeginAsync(stage, cancellationToken);

        public void Note(BlockProgress progress) => _others.Note(progress);

        public Task<ImmutableArray<AnalysisRecord>> FindAnswersAsync(CancellationToken cancellationToken) => _others.FindAnswersAsync(cancellationToken);

        public Task KeepAsync(AnalysisRecord analysis, CancellationToken cancellationToken) => _others.KeepAsync(analysis, cancellationToken);

        public Task<CompositionResult?> FindCompositionAsync(CancellationToken cancellationToken) => _others.FindCompositionAsync(cancellationToken);

        public Task KeepAsync(CompositionResult composition, CancellationToken cancellationToken) => _others.KeepAsync(composition, cancellationToken);

        public Task<Artifact?> FindArtifactAsync(RequestedExport export, CancellationToken cancellationToken) => _others.FindArtifactAsync(export, cancellationToken);

        public Task KeepAsync(RequestedExport export, Artifact artifact, CancellationToken cancellationToken) => _others.KeepAsync(export, artifact, cancellationToken);

        public Task KeepAsync(RequestedExport export, ExportFailure failure, CancellationToken cancellationToken) => _others.KeepAsync(export, failure, cancellationToken);
    }
}

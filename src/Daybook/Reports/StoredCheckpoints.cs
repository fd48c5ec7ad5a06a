using System.Collections.Immutable;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>Keeps what each stage gives in the database, so that another node, or this one after a crash, goes on from there.</summary>
internal sealed class StoredCheckpoints(
    StoredReport report, ReportInputs inputs, Database database, ReportStores stores, ContentStore contents, ReportSignals signals, ReportProgress progress, TimeProvider clock) : IReportCheckpoints
{
    /// <summary>Whether an earlier attempt came far enough to have left more than a snapshot.</summary>
    private readonly bool _goesOn = report.DocumentSha256 is not null;

    private string? _snapshot = report.SnapshotSha256;

    /// <summary>Whether there can be answers of models.</summary>
    private bool _hasAnswers = report.SnapshotSha256 is not null;

    private string? _document = report.DocumentSha256;

    /// <summary>The stage that is written down: the claim says the first, and what a stage gives says the next.</summary>
    private ReportStage _stage = ReportStage.Collect;

    public async Task BeginAsync(ReportStage stage, CancellationToken cancellationToken)
    {
        if (stage != _stage)
            await WriteAsync(session => stores.Work.BeginStageAsync(session, report, stage, cancellationToken), cancellationToken).ConfigureAwait(false);
        _stage = stage;
        signals.Changed();
    }

    public async Task<Snapshot?> FindSnapshotAsync(CancellationToken cancellationToken) =>
        _snapshot is { } sha256 ? SnapshotJson.Read(await ReadAsync(sha256, cancellationToken).ConfigureAwait(false)) : null;

    public async Task KeepAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        await WriteAsync(
            async session =>
            {
                _snapshot = await contents.PutAsync(session, SnapshotJson.Write(snapshot), packed: true, cancellationToken).ConfigureAwait(false);
                await stores.Work.KeepSnapshotAsync(session, report, _snapshot, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        _stage = ReportStage.Compose;
    }

    public Task LeaveSnapshotAsync(CancellationToken cancellationToken) =>
        WriteAsync(session => stores.Work.LeaveSnapshotAsync(session, report, cancellationToken), cancellationToken);

    /// <summary>The lease writes it down, a few times a second at most.</summary>
    public void Note(BlockProgress blocks) => progress.Note(report.Id, blocks);

    public async Task<ImmutableArray<AnalysisRecord>> FindAnswersAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var answers = ImmutableArray.CreateBuilder<AnalysisRecord>();
        foreach (var kept in (await stores.Analyses.ListAsync(session, report.Id, cancellationToken).ConfigureAwait(false)).Where(kept => kept.IsAnswered))
            answers.Add(AnalysisJson.Read(await contents.ReadAsync(session, kept.Sha256, cancellationToken).ConfigureAwait(false)));
        return answers.ToImmutable();
    }

    public Task KeepAsync(AnalysisRecord analysis, CancellationToken cancellationToken) => WriteAsync(
        async session =>
        {
            await stores.Work.RequireClaimAsync(session, report, cancellationToken).ConfigureAwait(false);
            var sha256 = await contents.PutAsync(session, AnalysisJson.Write(analysis), packed: true, cancellationToken).ConfigureAwait(false);
            _hasAnswers = true;
            await stores.Analyses.SaveAsync(session, report.Id, new StoredAnalysis { BlockId = analysis.Request.BlockId, Sha256 = sha256, IsAnswered = analysis.State == AnalysisState.Answered }, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public async Task<CompositionResult?> FindCompositionAsync(CancellationToken cancellationToken) =>
        _document is { } sha256 && report.ReportData is { } data
            ? ReportData.Parse(data.Text).With(DocumentJson.Read(await ReadAsync(sha256, cancellationToken).ConfigureAwait(false)))
            : null;

    public async Task KeepAsync(CompositionResult composition, CancellationToken cancellationToken)
    {
        await WriteAsync(
            async session =>
            {
                _document = await contents.PutAsync(session, DocumentJson.Write(composition.Document), packed: true, cancellationToken).ConfigureAwait(false);
                await stores.Work.KeepDocumentAsync(session, report, _document, new Json(ReportData.Of(composition).ToJson()), progress.Find(report.Id), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        _stage = ReportStage.Export;
    }

    public async Task<Artifact?> FindArtifactAsync(RequestedExport export, CancellationToken cancellationToken)
    {
        if (!_goesOn)
            return null;
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await stores.Exports.FindAsync(session, report.Id, InputOf(export), cancellationToken).ConfigureAwait(false) is { Sha256: { } sha256 } made
            ? new Artifact(made.Format, made.FileName!, [.. await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false)], sha256, TimeSpan.Zero)
            : null;
    }

    public Task KeepAsync(RequestedExport export, Artifact artifact, CancellationToken cancellationToken) => WriteAsync(
        async session =>
        {
            await stores.Work.RequireClaimAsync(session, report, cancellationToken).ConfigureAwait(false);
            await contents.PutAsync(session, artifact.Content.AsMemory(), IsPacked(export.Exporter), cancellationToken).ConfigureAwait(false);
            await stores.Exports.SaveAsync(session, report.Id, InputOf(export), artifact, export.Exporter.MediaType, clock.Now(), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public Task KeepAsync(RequestedExport export, ExportFailure failure, CancellationToken cancellationToken) => WriteAsync(
        async session =>
        {
            await stores.Work.RequireClaimAsync(session, report, cancellationToken).ConfigureAwait(false);
            await stores.Exports.SaveAsync(session, report.Id, InputOf(export), failure, clock.Now(), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>What is known of the report once every stage is over.</summary>
    public async Task<ReportManifest> ManifestAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return ReportManifest.Of(
            report, _snapshot!, _document!, await stores.Exports.ListAsync(session, report.Id, cancellationToken).ConfigureAwait(false),
            _hasAnswers ? await stores.Analyses.ListAsync(session, report.Id, cancellationToken).ConfigureAwait(false) : []);
    }

    /// <summary>Formats that are text shrink.</summary>
    public static bool IsPacked(IDocumentExporter exporter) => exporter.MediaType.StartsWith("text/", StringComparison.Ordinal) || exporter.MediaType == "application/json";

    private ExportInput InputOf(RequestedExport export) => inputs.Exports.First(input => input.Format == export.Exporter.Format);

    private async Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteAsync(Func<Session, Task> write, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await write(session).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}

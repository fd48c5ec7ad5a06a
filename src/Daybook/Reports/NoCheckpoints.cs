using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>For a report that is made in one go, and kept by whoever asked for it.</summary>
internal sealed class NoCheckpoints(Action<ReportStage> onStage) : IReportCheckpoints
{
    public Task BeginAsync(ReportStage stage, CancellationToken cancellationToken)
    {
        onStage(stage);
        return Task.CompletedTask;
    }

    public Task<Snapshot?> FindSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult<Snapshot?>(null);

    public Task KeepAsync(Snapshot snapshot, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task LeaveSnapshotAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Note(BlockProgress progress)
    {
    }

    public Task<ImmutableArray<AnalysisRecord>> FindAnswersAsync(CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<AnalysisRecord>.Empty);

    public Task KeepAsync(AnalysisRecord analysis, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CompositionResult?> FindCompositionAsync(CancellationToken cancellationToken) => Task.FromResult<CompositionResult?>(null);

    public Task KeepAsync(CompositionResult composition, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Artifact?> FindArtifactAsync(RequestedExport export, CancellationToken cancellationToken) => Task.FromResult<Artifact?>(null);

    public Task KeepAsync(RequestedExport export, Artifact artifact, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task KeepAsync(RequestedExport export, ExportFailure failure, CancellationToken cancellationToken) => Task.CompletedTask;
}

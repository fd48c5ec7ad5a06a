using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>What earlier runs of the same report finished, and where this one keeps what it finishes. A stage whose value is there is not run again.</summary>
internal interface IReportCheckpoints
{
    Task BeginAsync(ReportStage stage, CancellationToken cancellationToken);

    Task<Snapshot?> FindSnapshotAsync(CancellationToken cancellationToken);

    Task KeepAsync(Snapshot snapshot, CancellationToken cancellationToken);

    /// <summary>The report failed for want of data: the next attempt reads all of it anew.</summary>
    Task LeaveSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Hears how far composing is, from the thread that composes.</summary>
    void Note(BlockProgress progress);

    /// <summary>Answers of models that came before; a question that failed is asked again.</summary>
    Task<ImmutableArray<AnalysisRecord>> FindAnswersAsync(CancellationToken cancellationToken);

    Task KeepAsync(AnalysisRecord analysis, CancellationToken cancellationToken);

    Task<CompositionResult?> FindCompositionAsync(CancellationToken cancellationToken);

    Task KeepAsync(CompositionResult composition, CancellationToken cancellationToken);

    Task<Artifact?> FindArtifactAsync(RequestedExport export, CancellationToken cancellationToken);

    Task KeepAsync(RequestedExport export, Artifact artifact, CancellationToken cancellationToken);

    Task KeepAsync(RequestedExport export, ExportFailure failure, CancellationToken cancellationToken);
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Reports;

/// <summary>The road: names the stages in their order, and hands each one's value to the next. No stage knows another.</summary>
internal sealed class ReportPipeline(DatasetCollector collector, ReportComposer composer, TimeProvider clock)
{
    /// <exception cref="CompositionException">The report as a whole failed; the message says why.</exception>
    public async Task<ReportResult> RunAsync(ReportRequest request, Action<ReportStage> onStage, CancellationToken cancellationToken)
    {
        onStage(ReportStage.Collect);
        var collection = new CollectionRequest
        {
            Template = request.Composition.Template,
            Parameters = request.Composition.Parameters,
            Period = request.Composition.Period,
            GeneratedAt = request.Composition.GeneratedAt,
        };
        var collected = await collector.CollectAsync(collection, cancellationToken).ConfigureAwait(false);
        var snapshot = request.Composition.Snapshot.With(collected);

        onStage(ReportStage.Compose);
        var composition = composer.Compose(request.Composition with { Snapshot = snapshot }, cancellationToken);

        onStage(ReportStage.Export);
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        foreach (var export in request.Exports)
            artifacts.Add(await ExportAsync(composition.Document, export.Exporter, export.Options, cancellationToken).ConfigureAwait(false));
        return new ReportResult(snapshot, composition, artifacts.ToImmutable());
    }

    private async Task<Artifact> ExportAsync(
        ReportDocument document, IDocumentExporter exporter, ExportOptions options, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var content = new MemoryStream();
        var notes = await exporter.ExportAsync(document, options, content, cancellationToken).ConfigureAwait(false);
        var bytes = content.ToArray();
        return new Artifact(
            exporter.Format,
            ArtifactName.Of(document.Metadata, exporter.FileExtension),
            [.. bytes],
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            clock.GetElapsedTime(started))
        {
            Notes = notes,
        };
    }
}

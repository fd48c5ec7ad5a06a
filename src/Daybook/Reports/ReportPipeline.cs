using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Telemetry;

namespace Daybook.Reports;

/// <summary>The road: names the stages in their order, and hands each one's value to the next. No stage knows another.</summary>
internal sealed class ReportPipeline(DatasetCollector collector, IAnalyst analyst, ReportComposer composer, TimeProvider clock, StageLimits limits)
{
    /// <summary>Of one report; the analyst has a bound of its own for all together.</summary>
    private const int QuestionsAtOnce = 8;

    /// <exception cref="CompositionException">The report as a whole failed; the message says why.</exception>
    /// <exception cref="StageTimeoutException">Collecting or composing took too long; a format that takes too long is among the failures instead.</exception>
    public async Task<ReportResult> RunAsync(ReportRequest request, IReportCheckpoints checkpoints, CancellationToken cancellationToken)
    {
        await checkpoints.BeginAsync(ReportStage.Collect, cancellationToken).ConfigureAwait(false);
        var snapshot = await checkpoints.FindSnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (snapshot is null)
        {
            snapshot = await CollectAsync(request, cancellationToken).ConfigureAwait(false);
            await checkpoints.KeepAsync(snapshot, cancellationToken).ConfigureAwait(false);
        }

        await checkpoints.BeginAsync(ReportStage.Compose, cancellationToken).ConfigureAwait(false);
        var composition = await checkpoints.FindCompositionAsync(cancellationToken).ConfigureAwait(false);
        if (composition is null)
        {
            composition = await ComposeAsync(request.Composition, snapshot, checkpoints, cancellationToken).ConfigureAwait(false);
            await checkpoints.KeepAsync(composition, cancellationToken).ConfigureAwait(false);
        }

        await checkpoints.BeginAsync(ReportStage.Export, cancellationToken).ConfigureAwait(false);
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        var failures = ImmutableArray.CreateBuilder<ExportFailure>();
        foreach (var export in request.Exports)
        {
            if (await checkpoints.FindArtifactAsync(export, cancellationToken).ConfigureAwait(false) is { } made)
            {
                artifacts.Add(made);
                continue;
            }

            var (artifact, failure) = await TryExportAsync(composition.Document, export, cancellationToken).ConfigureAwait(false);
            if (artifact is not null)
            {
                await checkpoints.KeepAsync(export, artifact, cancellationToken).ConfigureAwait(false);
                artifacts.Add(artifact);
            }
            else
            {
                await checkpoints.KeepAsync(export, failure!, cancellationToken).ConfigureAwait(false);
                failures.Add(failure!);
            }
        }

        return new ReportResult(snapshot, composition, artifacts.ToImmutable(), failures.ToImmutable());
    }

    private async Task<CompositionResult> ComposeAsync(CompositionRequest request, Snapshot snapshot, IReportCheckpoints checkpoints, CancellationToken cancellationToken)
    {
        try
        {
            return await ComposeAsync(request with { Snapshot = snapshot }, checkpoints, cancellationToken).ConfigureAwait(false);
        }
        catch (CompositionException) when (!snapshot.IsWhole)
        {
            // A report that may not be without these data had its collecting not finished: with what was kept, every further attempt would end like this one.
            await checkpoints.LeaveSnapshotAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<CompositionResult> ComposeAsync(CompositionRequest request, IReportCheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var analyses = await AnalyzeAsync(request, checkpoints, cancellationToken).ConfigureAwait(false);
        return await LimitedAsync(
            ReportStage.Compose, limits.Compose, limited => Task.FromResult(composer.Compose(request with { Analyses = analyses }, new NotedProgress(checkpoints), limited)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has models answer what the analysis blocks ask, side by side; each answer is kept as it comes. The analyst limits the time of each, so that slow models do not fail the report.</summary>
    private async Task<ImmutableDictionary<string, AnalysisRecord>> AnalyzeAsync(CompositionRequest request, IReportCheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var questions = await WithinAsync(ReportStage.Compose, limits.Compose, limited => Task.FromResult(composer.Analyses(request, limited)), cancellationToken).ConfigureAwait(false);
        if (questions.IsEmpty)
            return ImmutableDictionary<string, AnalysisRecord>.Empty;
        var answers = new ConcurrentDictionary<string, AnalysisRecord>(StringComparer.Ordinal);
        var known = (await checkpoints.FindAnswersAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(record => AnalysisHash.Of(record.Request), StringComparer.Ordinal);
        var together = new ParallelOptions { MaxDegreeOfParallelism = QuestionsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(questions, together, async (question, stop) =>
        {
            if (known.TryGetValue(AnalysisHash.Of(question), out var record))
            {
                answers[question.BlockId] = record;
                return;
            }

            checkpoints.Note(new BlockProgress(0, request.Template.Blocks.Length, question.BlockId));
            record = await AskAsync(question, stop).ConfigureAwait(false);
            await checkpoints.KeepAsync(record, stop).ConfigureAwait(false);
            answers[question.BlockId] = record;
        }).ConfigureAwait(false);
        return answers.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private async Task<AnalysisRecord> AskAsync(AnalysisRequest question, CancellationToken cancellationToken)
    {
        using var span = Road.Begin(Road.Analyze);
        var record = await span.RunAsync(() => analyst.AnswerAsync(question, cancellationToken)).ConfigureAwait(false);
        span.Note("provider", record.Provider).Note("tries", record.Tries);
        if (record.State == AnalysisState.Failed)
            span.Fail(record.ErrorCode ?? "failed");
        else if (record.State == AnalysisState.Unavailable)
            span.Discard();
        return record;
    }

    /// <summary>A document in one format.</summary>
    public static async Task<Artifact> ExportAsync(ReportDocument document, RequestedExport export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var content = new MemoryStream();
        var notes = await export.Exporter.ExportAsync(document, export.Options, content, cancellationToken).ConfigureAwait(false);
        var bytes = content.ToArray();
        return new Artifact(
            export.Exporter.Format,
            ArtifactName.Of(document.Metadata, export.Exporter.FileExtension),
            [.. bytes],
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            clock.GetElapsedTime(started))
        {
            Notes = notes,
        };
    }

    /// <summary>The data of a report, or the part of it that the request names.</summary>
    /// <exception cref="CompositionException">The data cannot be divided.</exception>
    /// <exception cref="StageTimeoutException">It took too long.</exception>
    public Task<Snapshot> CollectAsync(ReportRequest request, CancellationToken cancellationToken) =>
        LimitedAsync(ReportStage.Collect, limits.Collect, limited => ReadAsync(request, limited), cancellationToken);

    private async Task<Snapshot> ReadAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        var collection = new CollectionRequest
        {
            Template = request.Composition.Template,
            Parameters = request.Composition.Parameters,
            Period = request.Composition.Period,
            GeneratedAt = request.Composition.GeneratedAt,
        };
        var collected = await collector.CollectAsync(collection, cancellationToken).ConfigureAwait(false);
        var whole = request.Composition.Snapshot.With(collected);
        return request.Split is { } split ? split.Of(whole) : whole;
    }

    /// <returns>The artifact, or why there is none: whatever is wrong with one format, the others are made.</returns>
    private async Task<(Artifact? Artifact, ExportFailure? Failure)> TryExportAsync(ReportDocument document, RequestedExport export, CancellationToken cancellationToken)
    {
        var format = export.Exporter.Format;
        try
        {
            return (await LimitedAsync(ReportStage.Export, limits.Export, limited => ExportAsync(document, export, clock, limited), cancellationToken, format).ConfigureAwait(false), null);
        }
        catch (StageTimeoutException timeout)
        {
            return (null, new ExportFailure(format, StageTimeoutException.Code, timeout.Message, timeout));
        }
#pragma warning disable CA1031 // The cause is kept and logged.
        catch (Exception defect) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new ExportFailure(format, "export_failed", $"The format '{format}' could not be made; this is a defect of the program.", defect));
        }
#pragma warning restore CA1031
    }

    private static async Task<T> LimitedAsync<T>(ReportStage stage, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken, string? format = null)
    {
        using var span = Road.Begin(stage.ToString().ToLowerInvariant()).Note("format", format);
        return await span.RunAsync(() => WithinAsync(stage, limit, work, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task<T> WithinAsync<T>(ReportStage stage, TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limit);
        try
        {
            return await work(limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StageTimeoutException(stage, limit);
        }
    }
}

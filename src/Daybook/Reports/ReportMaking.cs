using System.Collections.Immutable;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Hosting;
using Daybook.Sources;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

/// <summary>Makes one claimed report, from wherever it stands to its end. Everything of the world outside that goes wrong is caught here, once, and kept with the report.</summary>
internal sealed partial class ReportMaking(
    Database database, ReportStores stores, ContentStore contents, ServerSources sources, IAnalyst analyst, ReportSignals signals, ReportProgress progress, IOptions<ReportsOptions> options, TimeProvider clock, ILogger<ReportMaking> log)
{
    /// <exception cref="ClaimLostException">Another node took the report over.</exception>
    /// <exception cref="OperationCanceledException">The report was asked to end, or the server was.</exception>
    public async Task<ReportOutcome> MakeAsync(StoredReport report, CancellationToken cancellationToken)
    {
        if (report.Attempt > options.Value.Attempts)
            return ReportOutcome.Failed("attempts_used_up", $"The server stopped {options.Value.Attempts} times while it made this report.");
        try
        {
            var inputs = ReportInputs.Parse(report.Inputs.Text);
            var template = TemplateInput.Require(TemplateCatalog.ReadText(report.TemplateSnapshot.Text, "template.json"));
            var request = new ReportRequest(inputs.Request(template), [.. inputs.Exports.Select(export => export.Resolve(template))]) { Split = inputs.Split };
            var checkpoints = new StoredCheckpoints(report, inputs, database, stores, contents, signals, progress, clock);
            var result = await Pipeline(await sources.OfAsync(template, cancellationToken).ConfigureAwait(false)).RunAsync(request, checkpoints, cancellationToken).ConfigureAwait(false);
            foreach (var failure in result.Failures)
                ExportFailed(failure.Cause, report.Id, failure.Format);
            return Outcome(result, await checkpoints.ManifestAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (CompositionException failure)
        {
            return ReportOutcome.Failed(failure.Code, failure.Message);
        }
        catch (StageTimeoutException timeout)
        {
            return ReportOutcome.Failed(StageTimeoutException.Code, timeout.Message);
        }
        catch (ProblemException problem)
        {
            return ReportOutcome.Failed(problem.Type.Code, string.Join(' ', problem.Errors.Select(error => error.Message + ".").Prepend(problem.Message)));
        }
        catch (DamagedContentException damage)
        {
            return ReportOutcome.Failed("damaged_content", damage.Message);
        }
    }

    /// <summary>The data that a report would be made from, without making it.</summary>
    /// <exception cref="StageTimeoutException">It took too long.</exception>
    public async Task<Snapshot> CollectAsync(ReportInputs inputs, ReportTemplate template, CancellationToken cancellationToken) =>
        await Pipeline(await sources.OfAsync(template, cancellationToken).ConfigureAwait(false)).CollectAsync(new ReportRequest(inputs.Request(template), []), cancellationToken).ConfigureAwait(false);

    private ReportPipeline Pipeline(ImmutableArray<IDataSource> all) => new(
        new DatasetCollector(all, new CollectorOptions { Time = clock }),
        analyst,
        Composer(clock),
        clock,
        StageLimits.Of(options.Value));

    /// <summary>The same for everybody who makes or repeats reports of the server.</summary>
    public static ReportComposer Composer(TimeProvider clock) => new(new ComposerOptions { Time = clock, Includes = new IncludedTexts(null).Find });

    private static ReportOutcome Outcome(ReportResult result, ReportManifest manifest)
    {
        var kept = new Json(manifest.ToJson());
        var reasons = result.Composition.Log.Where(entry => entry.Level == Composition.LogLevel.Error).Select(entry => (entry.Code, entry.Message, Block: entry.BlockId))
            .Concat(result.Failures.Select(failure => (failure.Code, failure.Message, Block: (string?)null))).ToList();
        if (result.Composition.Document.Metadata.Status == ReportStatus.Completed && result.Failures.IsEmpty)
            return new ReportOutcome(ReportState.Completed, null, null, kept);
        return new ReportOutcome(
            ReportState.CompletedWithErrors,
            reasons.Select(reason => reason.Code).FirstOrDefault("partial"),
            string.Join('\n', reasons.GroupBy(reason => reason.Message, StringComparer.Ordinal).Select(alike => Sentence(alike.Key, [.. alike.Select(reason => reason.Block).OfType<string>().Distinct(StringComparer.Ordinal)]))),
            kept);
    }

    private static string Sentence(string message, string[] blocks) => blocks.Length == 0 ? message : $"{string.Join(", ", blocks)}: {message}";

    [LoggerMessage(30, Microsoft.Extensions.Logging.LogLevel.Error, "Report {Report} could not be made as {Format}")]
    private partial void ExportFailed(Exception cause, ReportId report, string format);
}

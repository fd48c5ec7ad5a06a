using System.Runtime.ExceptionServices;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Reports;
using Daybook.Sources;
using Daybook.Templates;

namespace Daybook.Commands;

/// <summary>Makes a report for a command and says what went wrong in it.</summary>
internal sealed class ReportRun(Terminal terminal)
{
    /// <returns>The result, or null when the template or its parameters are wrong; the problems were printed.</returns>
    public async Task<ReportResult?> MakeAsync(ReportJob job, CancellationToken cancellationToken)
    {
        var read = TemplateCatalog.Read(job.Template, terminal.Folder);
        DiagnosticPrinter.Print(read.Diagnostics, terminal.Talk);
        if (read.Template is null)
            return null;

        var data = SuppliedData.Read(read.Template, job.Data, terminal.Folder);
        var binding = new ParameterBinder(ReportLanguage.Default).Bind(data.Template.Parameters, job.Parameters, job.Period, job.GeneratedAt);
        DiagnosticPrinter.Print(binding.Diagnostics, terminal.Talk);
        if (binding.Values is null)
            return null;

        if (new ExportChoice(job, terminal).Of(read.Template) is not { } exports)
            return null;
        var folders = data.Folders.Concat(job.Folders).Append(TemplateCatalog.FileFolderOf(job.Template, terminal.Folder) ?? terminal.Folder).Append(terminal.Folder);
        var collector = new DatasetCollector(SourceCatalog.Of(folders, LargeLogs.LimitsOf(job.LargeLogs)), new CollectorOptions { Time = terminal.Clock });
        var request = new ReportRequest(
            new CompositionRequest
            {
                Template = data.Template,
                Parameters = binding.Values,
                Period = job.Period,
                Snapshot = data.Snapshot,
                GeneratedAt = job.GeneratedAt,
                Shift = job.Shift,
                Operator = job.Operator,
                Classification = job.Classification,
                Locale = job.Locale,
                AllowScripts = job.AllowScripts,
            },
            exports);
        var includes = new IncludedTexts(TemplateCatalog.FileFolderOf(job.Template, terminal.Folder));
        return await RunAsync(request, collector, CommandAnalyst.Of(job, terminal), includes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prints what went wrong inside the report.</summary>
    /// <returns>The exit code of a made report.</returns>
    public int Conclude(ReportResult result)
    {
        foreach (var entry in result.Composition.Log)
        {
            var place = entry.Location is { } at ? $"{at.File}:{at.Line}:{at.Column}: " : "";
            terminal.Talk.WriteLine($"{place}{entry.Level.ToString().ToLowerInvariant()}: {(entry.BlockId is { } id ? $"block '{id}': " : "")}{entry.Message} [{entry.Code}]");
        }

        foreach (var artifact in result.Artifacts)
        {
            foreach (var note in artifact.Notes)
                terminal.Talk.WriteLine($"warning: {artifact.Format}: {note.Message} [{note.Code}]");
        }

        return result.Composition.Document.Metadata.Status == ReportStatus.Completed ? ExitCode.Ok : ExitCode.CompletedWithErrors;
    }

    private async Task<ReportResult> RunAsync(ReportRequest request, DatasetCollector collector, IAnalyst analyst, IncludedTexts includes, CancellationToken cancellationToken)
    {
        var options = new ComposerOptions { Time = terminal.Clock, Includes = includes.Find };
        var pipeline = new ReportPipeline(collector, analyst, new ReportComposer(options), terminal.Clock, StageLimits.None);
        using var progress = new StageProgress(terminal);
        try
        {
            var result = await pipeline.RunAsync(request, new NoCheckpoints(progress.Show), cancellationToken).ConfigureAwait(false);
            foreach (var failure in result.Failures)
                ExceptionDispatchInfo.Throw(failure.Cause);
            return result;
        }
        catch (CompositionException error)
        {
            var place = error.Location is { } at ? $"{at.File}:{at.Line}:{at.Column}: " : "";
            throw new CommandFailure(ExitCode.InvalidInput, $"{place}{error.Message} [{error.Code}]", error);
        }
    }
}

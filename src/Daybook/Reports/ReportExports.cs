using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Documents;
using Daybook.Hosting;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

/// <summary>Makes further formats of reports that are there, at any time after they were made.</summary>
internal sealed class ReportExports(
    Database database, ReportStores stores, ContentStore contents, TemplateUsageStore usage, AuditLog audit, IOptions<ReportsOptions> options, TimeProvider clock)
{
    /// <exception cref="ProblemException">The format or an option is wrong, the report is not made, or it is not there for the caller.</exception>
    public async Task<StoredExport> MakeAsync(Caller caller, ReportId reportId, string? format, JsonElement? given, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var word = check.Text(format, "format", 20);
        check.ThrowIfRefused();
        var input = ExportInput.Read(word, given, check, "format");
        check.ThrowIfRefused();

        var (report, document, made) = await ReadAsync(caller, reportId, input, cancellationToken).ConfigureAwait(false);
        if (made is { Sha256: not null })
            return made;
        var export = input.Resolve(TemplateInput.Require(TemplateCatalog.ReadText(report.TemplateSnapshot.Text, "template.json")));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.ExportSeconds));
        Artifact artifact;
        try
        {
            artifact = await ReportPipeline.ExportAsync(DocumentJson.Read(document), export, clock, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(ProblemType.TookTooLong, $"The export took more than {options.Value.ExportSeconds} seconds.");
        }

        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await contents.PutAsync(session, artifact.Content.AsMemory(), StoredCheckpoints.IsPacked(export.Exporter), cancellationToken).ConfigureAwait(false);
        var id = await stores.Exports.AddLaterAsync(session, reportId, input, artifact, export.Exporter.MediaType, clock.Now(), clock.Now().AddHours(options.Value.LinkHours), cancellationToken).ConfigureAwait(false);
        await usage.AddAsync(session, report.TemplateId, caller.Id, "export", clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "report.exported", reportId.ToString(), null, new Json($$"""{"format":"{{input.Format}}","sha256":"{{artifact.Sha256}}"}"""), cancellationToken).ConfigureAwait(false);
        var saved = await stores.Exports.FindAsync(session, id, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return saved!;
    }

    private async Task<(StoredReport Report, byte[] Document, StoredExport? Made)> ReadAsync(Caller caller, ReportId reportId, ExportInput input, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var report = await stores.Reports.FindAsync(session, caller, reportId, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        report.RequireKept();
        if (!report.Status.IsMade || report.DocumentSha256 is null)
            throw new ProblemException(ProblemType.NotPossibleNow, $"There is no document to export: the report is {report.Status}.");
        var document = await contents.ReadAsync(session, report.DocumentSha256, cancellationToken).ConfigureAwait(false);
        return (report, document, await stores.Exports.FindAsync(session, reportId, input, cancellationToken).ConfigureAwait(false));
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Sending;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Delivery.Passwords;

/// <summary>Makes the copy of an artifact that opens with a password, for one delivery. The archive keeps the artifact as it is.</summary>
internal sealed class ProtectedFiles(Database database, ReportStores reports, ContentStore contents, FilePasswords passwords, TimeProvider clock)
{
    /// <returns>The same bytes for the same delivery, each time.</returns>
    /// <exception cref="MessageException">The report or the password is gone, or the file cannot have one.</exception>
    public async Task<DeliveryAttachment> MakeAsync(DistributedArtifact artifact, FilePassword password, StoredDelivery delivery, CancellationToken cancellationToken)
    {
        var (export, template, document) = await ReadAsync(artifact, cancellationToken).ConfigureAwait(false);
        var input = new ExportInput(export.Format, JsonSerializer.Deserialize(export.ExportOptions.Text, ReportsJson.Default.ImmutableSortedDictionaryStringString)!);
        var known = input.Resolve(template);
        if (known.Options is not PdfExportOptions pdf)
            throw new MessageException("password_impossible", $"A password protects PDF files alone, and {artifact.FileName} is none.");
        var options = pdf with { Password = await passwords.OfAsync(password, delivery.DeliveryKey, cancellationToken).ConfigureAwait(false) };
        if (options.Conflict is { } conflict)
            throw new MessageException("password_impossible", $"{artifact.FileName} cannot have a password. {conflict}");
        var made = await ReportPipeline.ExportAsync(DocumentJson.Read(document), known with { Options = options }, clock, cancellationToken).ConfigureAwait(false);
        var bytes = made.Content.ToArray();
        return new DeliveryAttachment(artifact.FileName!, artifact.MediaType!, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
    }

    private async Task<(StoredExport Export, Composition.ReportTemplate Template, byte[] Document)> ReadAsync(DistributedArtifact artifact, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var export = await reports.Exports.FindAsync(session, new ExportId(artifact.ExportId!.Value), cancellationToken).ConfigureAwait(false);
        var report = export is null ? null : await reports.Reports.FindAsync(session, Caller.Server, export.ReportId, cancellationToken).ConfigureAwait(false);
        if (export is null || report is not { DocumentSha256: { } sha256 })
            throw new MessageException("report_removed", "The report was removed before it was sent.");
        return (export, TemplateInput.Require(TemplateCatalog.ReadText(report.TemplateSnapshot.Text, "template.json")), await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false));
    }
}

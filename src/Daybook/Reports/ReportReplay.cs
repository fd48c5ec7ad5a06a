using System.Collections.Immutable;
using System.Security.Cryptography;
using Daybook.Accounts;
using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Reports;

/// <summary>Makes an archived report again from what is kept of it, and proves that it comes out the same, byte for byte.</summary>
internal sealed class ReportReplay(Database database, ReportStores stores, ContentStore contents, TimeProvider clock)
{
    /// <returns>Null when there is no such report.</returns>
    public async Task<ReplayResult?> RunAsync(ReportId id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (await stores.Reports.FindAsync(session, Caller.Server, id, cancellationToken).ConfigureAwait(false) is not { } report)
            return null;
        if (report.PrunedAt is not null)
            return new ReplayResult([], ["there is nothing to replay: the content of the report went under retention"]);
        if (report.Manifest is not { } kept)
            return new ReplayResult([], [$"there is nothing to replay: the report is {report.Status}"]);
        var manifest = ReportManifest.Parse(kept.Text);
        var (same, different) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        Compare("template", manifest.TemplateSha256, ReportManifest.Sha256(report.TemplateSnapshot.Text));
        Compare("inputs", manifest.InputsSha256, ReportManifest.Sha256(report.Inputs.Text));
        var snapshot = await ReadAsync(session, "snapshot", manifest.SnapshotSha256, different, cancellationToken).ConfigureAwait(false);
        await ReadAsync(session, "document", manifest.DocumentSha256, different, cancellationToken).ConfigureAwait(false);
        var analyses = await AnalysesAsync(session, id, manifest, same, different, cancellationToken).ConfigureAwait(false);
        if (snapshot is null || analyses is null)
            return new ReplayResult(same.ToImmutable(), different.ToImmutable());

        var inputs = ReportInputs.Parse(report.Inputs.Text);
        var template = TemplateInput.Require(TemplateCatalog.ReadText(report.TemplateSnapshot.Text, "template.json"));
        var composer = ReportMaking.Composer(clock);
        var request = inputs.Request(template) with { Snapshot = SnapshotJson.Read(snapshot), Analyses = analyses };
        foreach (var question in manifest.Analyses is null ? [] : composer.Analyses(request, cancellationToken))
            Compare($"question of the block '{question.BlockId}'", analyses.GetValueOrDefault(question.BlockId) is { } asked ? AnalysisHash.Of(asked.Request) : "none", AnalysisHash.Of(question));
        var composition = composer.Compose(request, cancellationToken);
        Compare("document", manifest.DocumentSha256, Sha256(DocumentJson.Write(composition.Document)));
        foreach (var export in await stores.Exports.ListAsync(session, id, cancellationToken).ConfigureAwait(false))
        {
            if (export.Sha256 is null)
                continue;
            await ReadAsync(session, export.Format, export.Sha256, different, cancellationToken).ConfigureAwait(false);
            var input = new ExportInput(export.Format, System.Text.Json.JsonSerializer.Deserialize(export.ExportOptions.Text, ReportsJson.Default.ImmutableSortedDictionaryStringString)!);
            var artifact = await ReportPipeline.ExportAsync(composition.Document, input.Resolve(template), clock, cancellationToken).ConfigureAwait(false);
            Compare(export.Format, export.Sha256, artifact.Sha256);
        }

        if (different.Count > 0)
            different.AddRange(manifest.Since(ReportManifest.Of(report, manifest.SnapshotSha256, manifest.DocumentSha256, [], [])));
        return new ReplayResult(same.ToImmutable(), different.ToImmutable());

        void Compare(string what, string expected, string found)
        {
            if (expected == found)
                same.Add($"{what} {expected}");
            else
                different.Add($"the {what} is not the one that was archived: {found} instead of {expected}");
        }
    }

    /// <summary>The answers as they are kept; no model is asked.</summary>
    /// <returns>Null when one is damaged, missing or not the one that was archived.</returns>
    private async Task<ImmutableDictionary<string, AnalysisRecord>?> AnalysesAsync(
        Session session, ReportId id, ReportManifest manifest, ImmutableArray<string>.Builder same, ImmutableArray<string>.Builder different, CancellationToken cancellationToken)
    {
        var before = different.Count;
        var records = ImmutableDictionary.CreateBuilder<string, AnalysisRecord>(StringComparer.Ordinal);
        var expected = manifest.Analyses ?? ImmutableSortedDictionary<string, string>.Empty;
        var kept = (await stores.Analyses.ListAsync(session, id, cancellationToken).ConfigureAwait(false)).ToDictionary(analysis => analysis.BlockId, analysis => analysis.Sha256, StringComparer.Ordinal);
        foreach (var block in expected.Keys.Union(kept.Keys).Order(StringComparer.Ordinal))
        {
            var what = $"answer of the block '{block}'";
            var (archived, found) = (expected.GetValueOrDefault(block, "none"), kept.GetValueOrDefault(block, "none"));
            if (archived != found)
                different.Add($"the {what} is not the one that was archived: {found} instead of {archived}");
            else if (await ReadAsync(session, what, found, different, cancellationToken).ConfigureAwait(false) is { } json)
            {
                same.Add($"{what} {found}");
                records[block] = AnalysisJson.Read(json);
            }
        }

        return different.Count == before ? records.ToImmutable() : null;
    }

    private async Task<byte[]?> ReadAsync(Session session, string what, string sha256, ImmutableArray<string>.Builder different, CancellationToken cancellationToken)
    {
        try
        {
            return await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false);
        }
        catch (DamagedContentException damage)
        {
            different.Add($"the kept {what} is damaged: {damage.Message}");
            return null;
        }
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

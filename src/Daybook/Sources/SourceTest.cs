using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Sources.Http;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Options;

namespace Daybook.Sources;

/// <summary>Tries a source: counts its files, or collects one dataset of it as a report would.</summary>
internal sealed class SourceTest(Database database, SourceStore store, ServerSources sources, IOptions<ReportsOptions> options, TimeProvider clock)
{
    private const string Dataset = "tested";

    /// <summary>More names are not listed in findings.</summary>
    private const int Listed = 100;

    /// <param name="dataset">The keys of a dataset; null looks at the source as such.</param>
    /// <exception cref="ProblemException">The dataset is wrong, or it takes too long.</exception>
    public async Task<SourceFindings> RunAsync(ConfiguredSource source, JsonElement? dataset, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.PreviewSeconds));
        try
        {
            var findings = dataset is null && source.Kind != UnnamedHttpSource.KindName ? CountFiles(source) : await CollectAsync(source, dataset, limit.Token).ConfigureAwait(false);
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            await store.NoteTestAsync(session, source.Id, findings.Succeeded, findings.Message, clock.Now(), cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return findings;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(ProblemType.TookTooLong, $"The test took more than {options.Value.PreviewSeconds} seconds.");
        }
    }

    private SourceFindings CountFiles(ConfiguredSource source)
    {
        try
        {
            var folder = FolderSettings.Parse(JsonElement.Parse(source.Settings.Text)).Folder;
            var found = new FileRoots([sources.Roots.ResolveFolder(folder)]).Resolve("**");
            var bytes = found.Sum(file => new FileInfo(file.FullPath).Length);
            return new SourceFindings(
                true, string.Create(CultureInfo.InvariantCulture, $"{found.Length:N0} files of {bytes:N0} bytes in {folder}"), null, found.Length, bytes, null, [], [], [.. found.Take(Listed).Select(file => file.Name)]);
        }
        catch (DataSourceException wrong)
        {
            return SourceFindings.Failed(wrong.Code, wrong.Message);
        }
    }

    private async Task<SourceFindings> CollectAsync(ConfiguredSource source, JsonElement? dataset, CancellationToken cancellationToken)
    {
        var template = Template(source, dataset);
        var period = ServerDay.Of(null, null, null, options.Value, clock);
        var request = new CollectionRequest { Template = template, Period = period with { Earlier = [] }, GeneratedAt = clock.GetUtcNow() };
        var collector = new DatasetCollector(await sources.OfAsync(template, cancellationToken).ConfigureAwait(false), new CollectorOptions { Time = clock });
        var result = (await collector.CollectAsync(request, cancellationToken).ConfigureAwait(false)).Datasets[Dataset];
        ImmutableArray<string> notes = [.. result.Notes.Select(note => note.Message)];
        return result.Content switch
        {
            DatasetFailure failure => SourceFindings.Failed(failure.Code, failure.Message),
            DatasetRows rows => new SourceFindings(
                true, string.Create(CultureInfo.InvariantCulture, $"{rows.Rows.Length:N0} rows of {rows.Columns.Length} columns"), null, null, null, rows.Rows.Length, [.. rows.Columns.Select(column => column.Name).Take(Listed)], notes, Origins(result)),
            DatasetValue value => new SourceFindings(
                true, Text(value.Value), null, null, null, Length(value.Value), value.Value.ValueKind == JsonValueKind.Object ? [.. value.Value.EnumerateObject().Select(key => key.Name).Take(Listed)] : [], notes, Origins(result)),
            _ => throw new InvalidOperationException($"unknown content {result.Content.GetType().Name}"),
        };
    }

    private static ReportTemplate Template(ConfiguredSource source, JsonElement? dataset)
    {
        var check = new RequestCheck();
        check.Refuse(dataset is { ValueKind: not JsonValueKind.Object }, "dataset", "must be an object of the keys of a dataset");
        check.Refuse(dataset is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("source", out _), "dataset.source", "is the source that is tested");
        check.ThrowIfRefused();
        var keys = dataset is { } own ? JsonNode.Parse(own.GetRawText())!.AsObject() : [];
        keys["source"] = source.Word;
        var root = new JsonObject
        {
            ["metadata"] = new JsonObject { ["id"] = Dataset, ["name"] = Dataset, ["version"] = "1" },
            ["datasets"] = new JsonObject { [Dataset] = keys },
            ["blocks"] = new JsonArray(),
        };
        return TemplateInput.Require(TemplateCatalog.ReadText(root.ToJsonString(), "dataset.json"));
    }

    private static ImmutableArray<string> Origins(DatasetResult result) => [.. result.Origins.Take(Listed)];

    private static long? Length(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : null;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Create(CultureInfo.InvariantCulture, $"an object of {value.EnumerateObject().Count()} keys"),
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()} items"),
        _ => "a single value",
    };
}

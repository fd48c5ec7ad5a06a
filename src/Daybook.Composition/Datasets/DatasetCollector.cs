using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Collects the datasets of a template into a snapshot. A dataset that fails becomes its reason. Holds no state: one instance serves every thread.</summary>
public sealed class DatasetCollector(IEnumerable<IDataSource> sources, CollectorOptions options)
{
    private readonly ImmutableArray<IDataSource> _sources = [.. sources];
    private readonly TextRenderer _texts = new(new ComposerOptions { TemplateLimits = options.TemplateLimits, Time = options.Time });

    /// <summary>Everything wrong with the settings of a template's datasets, without touching the data.</summary>
    public IReadOnlyList<Diagnostic> Check(ReportTemplate template, ReportPeriod period) => [.. template.Datasets.SelectMany(dataset =>
        (SourceOf(dataset) ?? _sources.FirstOrDefault(source => source.Kind == dataset.Kind))?.Check(new DatasetQuery(dataset.Name, dataset.Settings.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Json), period))
            .Select(problem => problem with
            {
                Message = $"dataset '{dataset.Name}': {problem.Message}",
                File = dataset.Location.File,
                Line = dataset.Location.Line,
                Column = dataset.Location.Column,
            }) ?? [])];

    public async Task<Snapshot> CollectAsync(CollectionRequest request, CancellationToken cancellationToken)
    {
        var now = await CollectAsync(request, request.Template.Datasets, request.Period, request.Parameters, cancellationToken).ConfigureAwait(false);
        if (request.Period.Earlier.IsEmpty)
            return Snapshot.Empty with { Datasets = now };
        var earlier = Earlier(request.Period);
        var twins = request.Template.Datasets.Where(dataset => dataset.Previous).ToImmutableArray();
        var parameters = request.PreviousParameters ?? request.Parameters.RemoveRange(["report_date", "business_date"]);
        return new Snapshot(now, await CollectAsync(request, twins, earlier, parameters, cancellationToken).ConfigureAwait(false));
    }

    private static ReportPeriod Earlier(ReportPeriod period)
    {
        var (date, start, end) = period.Earlier[0];
        return new ReportPeriod(date, start, end, period.Zone, period.Earlier.RemoveAt(0));
    }

    private IDataSource? SourceOf(DatasetDefinition dataset) => _sources.FirstOrDefault(source => source.Kind == dataset.Source);

    private async Task<ImmutableSortedDictionary<string, DatasetResult>> CollectAsync(
        CollectionRequest request, ImmutableArray<DatasetDefinition> datasets, ReportPeriod period, ImmutableSortedDictionary<string, JsonElement> parameters, CancellationToken cancellationToken)
    {
        var names = BaseNames.Of(request.Template.Parameters, parameters, period, request.GeneratedAt);
        var scope = new DataScope(new ReportData(request.Template with { Datasets = [] }, Snapshot.Empty), names, []);
        var results = ImmutableSortedDictionary.CreateBuilder<string, DatasetResult>(StringComparer.Ordinal);
        var reads = new OrderedDictionary<string, SharedRead>(StringComparer.Ordinal);
        foreach (var dataset in datasets)
        {
            try
            {
                var source = SourceOf(dataset) ?? throw new DataSourceException(DiagnosticCodes.UnknownSource, $"There is no source '{dataset.Source}' here; an administrator can add it.");
                var settings = dataset.Settings.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Resolve(text => Setting(text, scope, cancellationToken)));
                var key = SharedRead.KeyOf(dataset.Source, settings);
                if (!reads.TryGetValue(key, out var read))
                    reads.Add(key, read = new SharedRead(source, new DatasetQuery(dataset.Name, settings, period), _texts, scope, options));
                read.Datasets.Add(dataset);
            }
            catch (Exception exception) when (SharedRead.FailureOf(exception) is { } failure)
            {
                results[dataset.Name] = new DatasetResult(failure);
            }
        }

        foreach (var read in reads.Values)
        {
            foreach (var (name, result) in await read.CollectAsync(cancellationToken).ConfigureAwait(false))
                results[name] = result;
        }

        return results.ToImmutable();
    }

    private JsonElement Setting(TemplateText text, DataScope scope, CancellationToken cancellationToken) => JsonValues.Text(_texts.Plain(text, scope, cancellationToken));
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>One query that is read once for all the datasets that ask the same of the same source.</summary>
internal sealed class SharedRead(IDataSource source, DatasetQuery query, TextRenderer texts, DataScope scope, CollectorOptions options)
{
    public List<DatasetDefinition> Datasets { get; } = [];

    public static string KeyOf(string source, ImmutableDictionary<string, JsonElement> settings) =>
        source + string.Concat(settings.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"\n{entry.Key}={entry.Value.GetRawText()}"));

    /// <returns>Null for what is neither the user's input nor the world outside: a bug is not caught.</returns>
    public static DatasetFailure? FailureOf(Exception exception) => exception switch
    {
        DataSourceException failure => new DatasetFailure(failure.Code, failure.Message),
        CompositionException failure => new DatasetFailure(failure.Code, Sentence(failure)),
        IOException or UnauthorizedAccessException => new DatasetFailure(SourceCodes.UnreadableSource, "The source broke off while it was read; check the disk or the connection and make the report again."),
        _ => null,
    };

    public async Task<IEnumerable<(string Name, DatasetResult Result)>> CollectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reader = await source.OpenAsync(query, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var contents = reader switch
                {
                    RowsReader rows => await ReadRowsAsync(rows, cancellationToken).ConfigureAwait(false),
                    ValueReader value => ReadValue(await value.ReadAsync(cancellationToken).ConfigureAwait(false), cancellationToken),
                    _ => throw new InvalidOperationException($"unknown reader {reader.GetType().Name}"),
                };
                return [.. contents.Select(content => (content.Name, content.Result with { Notes = [.. reader.Notes], Origins = [.. reader.Origins] }))];
            }
        }
        catch (Exception exception) when (FailureOf(exception) is { } failure)
        {
            return [.. Datasets.Select(dataset => (dataset.Name, new DatasetResult(failure)))];
        }
    }

    private static string Sentence(CompositionException failure) =>
        failure.Location is { Line: > 0 } place ? $"{Path.GetFileName(place.File)}, line {place.Line}, column {place.Column}: {failure.Message}." : failure.Message;

    private async Task<List<(string Name, DatasetResult Result)>> ReadRowsAsync(RowsReader reader, CancellationToken cancellationToken)
    {
        var sinks = Datasets.Select(dataset => new DatasetSink(dataset, reader.Columns, texts, scope, options)).ToList();
        await foreach (var row in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var sink in sinks)
                sink.Add(row, cancellationToken);
            if (sinks.TrueForAll(sink => sink.HasFailed))
                break;
        }

        return [.. sinks.Select(sink => (sink.Dataset.Name, sink.Finish(cancellationToken)))];
    }

    private List<(string Name, DatasetResult Result)> ReadValue(JsonElement value, CancellationToken cancellationToken) =>
        [.. Datasets.Select(dataset => (dataset.Name, DatasetSink.OfValue(dataset, new JsonNode(value), texts, scope, options, cancellationToken)))];
}

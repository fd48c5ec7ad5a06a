using System.Collections.Immutable;
using System.Globalization;
using Daybook.Composition;
using Daybook.Outgoing;

namespace Daybook.Sources.Http;

/// <summary>JSON, JSON Lines and CSV that another host answers with. An answer is read whole, then as a file is.</summary>
/// <param name="kind">With the name of the source.</param>
/// <param name="secrets">Headers whose values are never shown.</param>
internal sealed class HttpSource(string kind, HttpSettings settings, ImmutableSortedDictionary<string, string> secrets, OutgoingHttp http) : IDataSource
{
    public string Kind => kind;

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => HttpDataset.Check(query);

    public async Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken)
    {
        if (Check(query) is [var problem, ..])
            throw new DataSourceException(problem.Code, $"Dataset '{query.Dataset}': {problem.Message}.");
        var address = HttpDataset.AddressOf(settings.Url, query);
        var answer = await AskAsync(address, cancellationToken).ConfigureAwait(false);
        var folder = Directory.CreateTempSubdirectory("daybook-http-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, HttpDataset.FileName), answer.Body, cancellationToken).ConfigureAwait(false);
            var files = new FileSource(new FileRoots([folder.FullName]));
            var reader = await files.OpenAsync(HttpDataset.OfAnswer(query, FormatOf(answer)), cancellationToken).ConfigureAwait(false);
            return reader switch
            {
                RowsReader rows => new FetchedRows(rows, folder, address),
                ValueReader value => new FetchedValue(value, folder, address),
                _ => throw new InvalidOperationException($"unknown reader {reader.GetType().Name}"),
            };
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    private async Task<OutgoingAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(HttpMethod.Get, address)
        {
            Headers = [.. settings.Headers.Concat(secrets)],
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
            MaxBytes = settings.MaxBytes,
        };
        try
        {
            var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccess)
                throw new DataSourceException(HttpSourceCodes.BadAnswer, $"{address.Host} answered {answer.StatusText}; check the path and the secrets of the source.{((int)answer.Status is >= 300 and < 400 ? " Redirects are not followed: write the address it leads to." : "")}");
            return answer.Body.Length > 0 ? answer : throw new DataSourceException(HttpSourceCodes.BadAnswer, $"{address.Host} answered with nothing; check the path and the query of the source.");
        }
        catch (OutgoingException failure)
        {
            throw new DataSourceException(failure.Code, failure.Sentences, failure);
        }
    }

    private string FormatOf(OutgoingAnswer answer) => settings.Format ?? answer.ContentHeaders.ContentType?.MediaType?.ToLowerInvariant() switch
    {
        "text/csv" => "csv",
        "application/jsonl" or "application/x-ndjson" or "application/ndjson" or "application/json-lines" => "jsonl",
        { } type when type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal) => "json",
        _ => throw new DataSourceException(
            DiagnosticCodes.UnknownFormat, string.Create(CultureInfo.InvariantCulture, $"{settings.Url.Host} does not say what it answers with; write format: json, jsonl or csv.")),
    };
}

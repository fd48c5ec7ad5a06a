using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>JSON, JSON Lines and CSV files in the configured folders.</summary>
public sealed class FileSource(FileRoots roots) : IDataSource
{
    public string Kind => "file";

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query)
    {
        var problems = new List<Diagnostic>();
        _ = FileSettings.Read(query.Settings, problems);
        return problems;
    }

    public async Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken)
    {
        var problems = new List<Diagnostic>();
        var settings = FileSettings.Read(query.Settings, problems);
        if (problems.Count > 0)
            throw new DataSourceException(problems[0].Code, string.Join("; ", problems.Select(problem => problem.Message)));

        ImmutableArray<RootedFile> files = [.. settings.Paths.SelectMany(path => roots.Resolve(path)).DistinctBy(file => file.FullPath)];
        return (settings.Format ?? FormatOf(files)) switch
        {
            FileFormat.Csv => await CsvRowsReader.OpenAsync(files, settings.Csv, settings.Types, cancellationToken).ConfigureAwait(false),
            FileFormat.JsonLines => await JsonLinesRowsReader.OpenAsync(files, settings.MaxLineLength, cancellationToken).ConfigureAwait(false),
            FileFormat.Json => await JsonAsync(settings, files, cancellationToken).ConfigureAwait(false),
            var other => throw new ArgumentOutOfRangeException(nameof(query), other, null),
        };
    }

    private static FileFormat FormatOf(ImmutableArray<RootedFile> files)
    {
        var formats = files.Select(file => (file.Name, Format: FormatOf(file))).DistinctBy(file => file.Format).ToList();
        return formats.Count == 1
            ? formats[0].Format
            : throw new DataSourceException(SourceCodes.MixedFormats, $"'{formats[0].Name}' and '{formats[1].Name}' are of different formats; read them as separate datasets, or write format: for all of them.");
    }

    private static FileFormat FormatOf(RootedFile file) => Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".json" => FileFormat.Json,
        ".jsonl" or ".ndjson" => FileFormat.JsonLines,
        ".csv" => FileFormat.Csv,
        var extension => throw new DataSourceException(DiagnosticCodes.UnknownFormat, $"'{file.Name}': the ending '{extension}' does not tell the format; write format: json, jsonl or csv."),
    };

    /// <summary>One named file is its value; several files are rows: each object, and each object of each list.</summary>
    private static async Task<DatasetReader> JsonAsync(FileSettings settings, ImmutableArray<RootedFile> files, CancellationToken cancellationToken)
    {
        ImmutableArray<string> origins = [.. files.Select(file => file.Name)];
        if (settings.Paths is [var only] && !GlobPattern.IsPattern(only))
            return new JsonValueReader(await JsonFile.ReadAsync(files[0], cancellationToken).ConfigureAwait(false), origins);
        var objects = new List<JsonElement>();
        foreach (var file in files)
        {
            var value = await JsonFile.ReadAsync(file, cancellationToken).ConfigureAwait(false);
            var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
            if (items.Any(item => item.ValueKind != JsonValueKind.Object))
                throw new DataSourceException(SourceCodes.NotAnObject, $"'{file.Name}' holds neither an object nor a list of objects; several files can only be read together as rows.");
            objects.AddRange(items);
        }

        return new JsonRowsReader(objects, origins);
    }
}

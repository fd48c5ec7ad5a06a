using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The objects of one or more JSON Lines files. The files are read twice: once for the columns, once for the rows.</summary>
internal sealed class JsonLinesRowsReader : RowsReader
{
    private readonly ImmutableArray<RootedFile> _files;
    private readonly int _maxLineLength;

    private JsonLinesRowsReader(ImmutableArray<RootedFile> files, int maxLineLength, ImmutableArray<DataColumn> columns)
    {
        _files = files;
        _maxLineLength = maxLineLength;
        Columns = columns;
    }

    public override ImmutableArray<DataColumn> Columns { get; }

    public override IReadOnlyList<DataNote> Notes => [];

    public override IReadOnlyList<string> Origins => [.. _files.Select(file => file.Name)];

    public static async Task<JsonLinesRowsReader> OpenAsync(ImmutableArray<RootedFile> files, int maxLineLength, CancellationToken cancellationToken)
    {
        var columns = new JsonColumns();
        foreach (var file in files)
        {
            await foreach (var item in ObjectsAsync(file, maxLineLength, cancellationToken).ConfigureAwait(false))
                columns.Add(item);
        }

        return new JsonLinesRowsReader(files, maxLineLength, columns.Columns);
    }

    public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            await foreach (var item in ObjectsAsync(file, _maxLineLength, cancellationToken).ConfigureAwait(false))
                yield return RowOf(file, item);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private object?[] RowOf(RootedFile file, JsonElement item)
    {
        try
        {
            return JsonColumns.Row(item, Columns);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            throw new DataSourceException(SourceCodes.FileChanged, $"'{file.Name}' changed while it was read; make the report again when it is complete.", exception);
        }
    }

    /// <summary>Each object is valid until the next one is asked for.</summary>
    private static async IAsyncEnumerable<JsonElement> ObjectsAsync(RootedFile file, int maxLineLength, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await FileContent.OpenTextAsync(file, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var lines = new LineReader(stream, file.Name, maxLineLength);
            while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (lines.Line.Span.Trim(" \t"u8).IsEmpty)
                    continue;
                using var document = Parse(file.Name, lines);
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                    throw new DataSourceException(SourceCodes.NotAnObject, $"'{file.Name}', line {lines.Number}: each line must hold one JSON object; for other JSON write format: json.");
                yield return document.RootElement;
            }
        }
    }

    private static JsonDocument Parse(string name, LineReader lines)
    {
        try
        {
            return JsonDocument.Parse(lines.Line);
        }
        catch (JsonException exception)
        {
            throw JsonError.At(name, lines.Number, exception, isCutOff: false);
        }
    }
}

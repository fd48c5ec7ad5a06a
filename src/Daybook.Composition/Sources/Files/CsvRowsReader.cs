using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Daybook.Composition;

/// <summary>The rows of one or more CSV files with the same columns. The files are read twice: once for the types, once for the rows.</summary>
internal sealed class CsvRowsReader : RowsReader
{
    private readonly ImmutableArray<RootedFile> _files;
    private readonly CsvDialect _dialect;

    private CsvRowsReader(ImmutableArray<RootedFile> files, CsvDialect dialect, ImmutableArray<DataColumn> columns)
    {
        _files = files;
        _dialect = dialect;
        Columns = columns;
    }

    public override ImmutableArray<DataColumn> Columns { get; }

    public override IReadOnlyList<DataNote> Notes => [];

    public override IReadOnlyList<string> Origins => [.. _files.Select(file => file.Name)];

    /// <param name="types">The types of columns that are not to be guessed.</param>
    public static async Task<CsvRowsReader> OpenAsync(
        ImmutableArray<RootedFile> files, CsvDialect dialect, ImmutableDictionary<string, DataType> types, CancellationToken cancellationToken)
    {
        List<string>? header = null;
        var guesses = new List<CsvType>();
        foreach (var file in files)
        {
            header = await GuessAsync(file, dialect, header, guesses, cancellationToken).ConfigureAwait(false);
        }

        var columns = header!.Select((name, index) => new DataColumn(name, types.GetValueOrDefault(name, guesses[index].Type))).ToImmutableArray();
        if (types.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !header!.Contains(name)) is { } unknown)
            throw new DataSourceException(SourceCodes.UnknownColumn, $"types names the column '{unknown}', which '{files[0].Name}' does not have; its columns are {string.Join(", ", header!)}.");
        return new CsvRowsReader(files, dialect, columns);
    }

    public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            var isFirst = _dialect.HasHeader;
            await foreach (var record in RecordsAsync(file, _dialect, cancellationToken).ConfigureAwait(false))
            {
                if (!isFirst)
                    yield return Values(file, record);
                isFirst = false;
            }
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<List<string>> GuessAsync(
        RootedFile file, CsvDialect dialect, List<string>? header, List<CsvType> guesses, CancellationToken cancellationToken)
    {
        List<string>? own = null;
        await foreach (var record in RecordsAsync(file, dialect, cancellationToken).ConfigureAwait(false))
        {
            if (own is null)
            {
                own = Header(file, dialect, record);
                if (header is not null && !header.SequenceEqual(own))
                    throw new DataSourceException(SourceCodes.ColumnsDiffer, $"'{file.Name}' has the columns {string.Join(", ", own)}, but the files before it have {string.Join(", ", header)}; read them as separate datasets.");
                while (guesses.Count < own.Count)
                    guesses.Add(new CsvType());
                if (dialect.HasHeader)
                    continue;
            }

            CheckCount(file, record, own.Count);
            for (var i = 0; i < own.Count; i++)
                guesses[i].Add(record.Fields[i]);
        }

        return own ?? throw new DataSourceException(SourceCodes.EmptyFile, $"'{file.Name}' holds no records, not even a header; check that the program that writes it has finished.");
    }

    private static List<string> Header(RootedFile file, CsvDialect dialect, CsvRecord record)
    {
        if (!dialect.HasHeader)
            return [.. record.Fields.Select((_, index) => FormattableString.Invariant($"column_{index + 1}"))];
        var names = record.Fields.Select(name => name?.Trim() ?? "").ToList();
        var empty = names.IndexOf("");
        if (empty >= 0)
            throw new DataSourceException(SourceCodes.BadHeader, $"'{file.Name}', line {record.Line}: column {empty + 1} of the header has no name; name it, or write header: false if there is no header.");
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataSourceException(SourceCodes.DuplicateColumn, $"'{file.Name}', line {record.Line}: the header names '{twice.Key}' {twice.Count()} times; give each column its own name.");
        return names;
    }

    private static void CheckCount(RootedFile file, CsvRecord record, int expected)
    {
        if (record.Fields.Count != expected)
            throw new DataSourceException(SourceCodes.RaggedRow, $"'{file.Name}', line {record.Line}: {record.Fields.Count} fields, but the file has {expected} columns; check the delimiter and the quotes.");
    }

    private object?[] Values(RootedFile file, CsvRecord record)
    {
        CheckCount(file, record, Columns.Length);
        var values = new object?[Columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!CsvType.TryRead(record.Fields[i], Columns[i].Type, out values[i]))
                throw new DataSourceException(DiagnosticCodes.WrongType, $"'{file.Name}', line {record.Line}: '{Shown(record.Fields[i]!)}' in column '{Columns[i].Name}' is not of type {Columns[i].Type.Word()}; correct it, or declare the column as text.");
        }

        return values;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    private static async IAsyncEnumerable<CsvRecord> RecordsAsync(RootedFile file, CsvDialect dialect, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await FileContent.OpenTextAsync(file, cancellationToken).ConfigureAwait(false);
        using (var reader = new StreamReader(stream, dialect.Encoding))
        {
            await foreach (var record in new CsvParser(reader, file.Name, dialect).ReadAsync(cancellationToken).ConfigureAwait(false))
                yield return record;
        }
    }
}

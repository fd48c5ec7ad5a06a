using System.Runtime.CompilerServices;
using System.Text;

namespace Daybook.Composition;

/// <summary>Splits CSV into records as RFC 4180 says: quoted fields may hold delimiters, doubled quotes and line ends. Blank lines are skipped.</summary>
internal sealed class CsvParser(TextReader reader, string name, CsvDialect dialect)
{
    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _field = new();
    private int _next;
    private int _end;
    private long _line = 1;
    private int _length;

    private enum State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    public async IAsyncEnumerable<CsvRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var record = new CsvRecord(1, []);
        var state = State.FieldStart;
        while (await HasMoreAsync(cancellationToken).ConfigureAwait(false))
        {
            var c = _buffer[_next++];
            if (++_length > dialect.MaxRecordLength)
                throw Bad(SourceCodes.LineTooLong, record.Line, $"longer than {dialect.MaxRecordLength:N0} characters; check the quotes before it, or raise max_line_length");
            if (c == '\n')
                _line++;
            if (state == State.Quoted)
            {
                if (c == dialect.Quote)
                    state = State.QuoteInQuoted;
                else
                    _field.Append(c);
                continue;
            }

            if (c == dialect.Quote && state is (State.FieldStart or State.QuoteInQuoted))
            {
                if (state == State.QuoteInQuoted)
                    _field.Append(c);
                state = State.Quoted;
            }
            else if (c == dialect.Delimiter || c == '\n')
            {
                EndField(record, state);
                state = State.FieldStart;
                if (c != '\n')
                    continue;
                if (!IsBlank(record))
                    yield return record;
                record = new CsvRecord(_line, new List<string?>(record.Fields.Count));
                _length = 0;
            }
            else if (c == '\r' && await IsLineEndAsync(cancellationToken).ConfigureAwait(false))
            {
                // The line feed that follows ends the record.
            }
            else if (state == State.QuoteInQuoted)
            {
                throw Bad(SourceCodes.BadCsv, _line, $"text after a closing quote; double the quotes inside a quoted field ({dialect.Quote}{dialect.Quote})");
            }
            else
            {
                _field.Append(c);
                state = State.Plain;
            }
        }

        if (state == State.Quoted)
            throw Bad(SourceCodes.BadCsv, record.Line, "a quoted field is never closed; the file is cut off or a quote is missing");
        if (state != State.FieldStart || record.Fields.Count > 0)
        {
            EndField(record, state);
            yield return record;
        }
    }

    private static bool IsBlank(CsvRecord record) => record.Fields is [null];

    private void EndField(CsvRecord record, State state)
    {
        record.Fields.Add(state == State.FieldStart ? null : _field.ToString());
        _field.Clear();
    }

    private async ValueTask<bool> IsLineEndAsync(CancellationToken cancellationToken) =>
        await HasMoreAsync(cancellationToken).ConfigureAwait(false) && _buffer[_next] == '\n';

    private async ValueTask<bool> HasMoreAsync(CancellationToken cancellationToken)
    {
        if (_next < _end)
            return true;
        try
        {
            _next = 0;
            _end = await reader.ReadAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            return _end > 0;
        }
        catch (DecoderFallbackException exception)
        {
            throw new DataSourceException(
                SourceCodes.BadEncoding,
                $"'{name}', after line {_line}: bytes that are not {dialect.Encoding.WebName}; name the file's encoding, such as encoding: windows-1252.",
                exception);
        }
    }

    private DataSourceException Bad(string code, long line, string what) => new(code, $"'{name}', line {line}: {what}.");
}

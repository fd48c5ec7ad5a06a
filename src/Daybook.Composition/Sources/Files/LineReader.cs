namespace Daybook.Composition;

/// <summary>Reads lines of bytes of any file in memory of at most one line; a line over the limit is an error before it is read whole.</summary>
internal sealed class LineReader(Stream stream, string name, int maxLength)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>The number of <see cref="Line"/>, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line without its end; valid until the next call of <see cref="ReadAsync"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <returns>False at the end of the file.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
                return Take(searched + newline, lineEnd: 1);
            searched = _end - _start;
            if (searched > maxLength)
                throw TooLong();
            if (_atEnd)
                return searched > 0 && Take(searched, lineEnd: 0);
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool Take(int length, int lineEnd)
    {
        if (length > maxLength)
            throw TooLong();
        var line = _buffer.AsMemory(_start, length);
        _start += length + lineEnd;
        if (Number++ == 0 && line.Span.StartsWith(ByteOrderMark))
            line = line[ByteOrderMark.Length..];
        Line = line.Span is [.., (byte)'\r'] ? line[..^1] : line;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _atEnd = read == 0;
    }

    private DataSourceException TooLong() => new(
        SourceCodes.LineTooLong,
        $"'{name}', line {Number + 1}: longer than {maxLength:N0} bytes; check that the file has one record per line, or raise max_line_length.");
}

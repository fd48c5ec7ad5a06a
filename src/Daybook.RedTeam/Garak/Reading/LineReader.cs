using System.Buffers;

namespace Daybook.RedTeam;

/// <summary>Cuts a stream into lines without copying them; its one buffer grows to the longest line and no further than the limit.</summary>
/// <param name="length">How much of the stream to read, so that a log that is still being written is read to the same end twice.</param>
internal sealed class LineReader(Stream stream, string file, long length, GarakLimits limits) : IDisposable
{
    private const int FirstBuffer = 256 << 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _searched;
    private int _end;
    private long _left = length;

    /// <summary>The current line without its line end; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>1-based; 0 before the first line.</summary>
    public long LineNumber { get; private set; }

    /// <summary>False for a last line without line end: its writer may have been interrupted.</summary>
    public bool IsTerminated { get; private set; }

    public long BytesRead { get; private set; }

    /// <summary>What has been read and not been taken as a line yet; at the start, the first bytes of the file.</summary>
    public ReadOnlySpan<byte> Pending => _buffer.AsSpan(_start.._end);

    /// <returns>False when there is nothing more to read.</returns>
    /// <exception cref="Composition.DataSourceException"><c>log_changed</c>: the file is shorter than it was.</exception>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_left == 0)
            return false;
        MakeRoom();
        var room = (int)Math.Min(_buffer.Length - _end, _left);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end, room), cancellationToken).ConfigureAwait(false);
        if (read == 0)
            throw LogRefusal.Changed(file);
        _end += read;
        _left -= read;
        BytesRead += read;
        return true;
    }

    public void Skip(int bytes) => _searched = _start += bytes;

    /// <returns>False at the end of the file.</returns>
    /// <exception cref="Composition.DataSourceException">A limit is exceeded, or the file changed.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_searched.._end).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var end = _searched + found;
                Take(end);
                _start = _searched = end + 1;
                IsTerminated = true;
                return true;
            }

            _searched = _end;
            if (_end - _start > limits.MaxLineLength)
                throw LogRefusal.LineTooLong(file, LineNumber + 1, limits.MaxLineLength, Pending);
            if (await FillAsync(cancellationToken).ConfigureAwait(false))
                continue;
            if (_start == _end)
                return false;
            Take(_end);
            _start = _end;
            IsTerminated = false;
            return true;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Take(int end)
    {
        if (end - _start > limits.MaxLineLength)
            throw LogRefusal.LineTooLong(file, LineNumber + 1, limits.MaxLineLength, _buffer.AsSpan(_start..end));
        if (LineNumber == limits.MaxLines)
            throw LogRefusal.TooManyLines(file, limits.MaxLines);
        LineNumber++;
        Line = _buffer.AsMemory(_start..(end > _start && _buffer[end - 1] == '\r' ? end - 1 : end));
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_searched, _end, _start) = (_searched - _start, _end - _start, 0);
        }

        if (_end < _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Goes through the records of a log: limits, blank lines, byte-order mark, refusals, a cut last line.</summary>
internal sealed class LogScan(Stream stream, string file, long length, GarakLimits limits) : IDisposable
{
    private const int SignatureLength = 4096;

    private readonly LineReader _lines = new(stream, file, length, limits);
    private bool _started;
    private bool _anyRecord;

    public LogRecord Record { get; } = new();

    /// <summary>1-based number of the current line.</summary>
    public long LineNumber => _lines.LineNumber;

    public long BytesRead => _lines.BytesRead;

    /// <summary>The last line broke off inside a record, which was left out.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Lines whose bytes are not all UTF-8.</summary>
    public long BrokenTextLines { get; private set; }

    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DataSourceException">The file is refused.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (!_started)
            await StartAsync(cancellationToken).ConfigureAwait(false);
        while (await _lines.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsBlank(_lines.Line.Span))
                continue;
            if (!Read(_lines.Line))
                return false;
            _anyRecord = true;
            return true;
        }

        return _anyRecord ? false : throw LogRefusal.Empty(file);
    }

    public void Dispose() => _lines.Dispose();

    private async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        _started = true;
        while (_lines.Pending.Length < SignatureLength && await _lines.FillAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        if (_lines.Pending.StartsWith(Encoding.UTF8.Preamble))
            _lines.Skip(Encoding.UTF8.Preamble.Length);
        if (LogSignature.Refuse(file, _lines.Pending[..Math.Min(_lines.Pending.Length, SignatureLength)]) is { } refusal)
            throw refusal;
        if (length > limits.MaxFileSize)
            throw LogRefusal.TooLarge(file, length, limits.MaxFileSize);
    }

    /// <returns>False for a last line that broke off.</returns>
    private bool Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            if (!Record.Parse(line))
                throw Refuse(line.Span, line.Span.IndexOfAnyExcept(" \t\r"u8), "valid JSON, but no object");
        }
        catch (JsonException) when (!_lines.IsTerminated && _anyRecord)
        {
            IsTruncated = true;
            return false;
        }
        catch (JsonException exception)
        {
            throw Refuse(line.Span, (int)(exception.BytePositionInLine ?? 0), "not JSON");
        }

        if (!Utf8.IsValid(line.Span))
            BrokenTextLines++;
        return true;
    }

    private DataSourceException Refuse(ReadOnlySpan<byte> line, int at, string what)
    {
        var before = Encoding.UTF8.GetCharCount(line[..Math.Min(at, line.Length)]);
        return LogRefusal.NotJson(file, LineNumber, before + 1, line, what);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r\f\v"u8);
}

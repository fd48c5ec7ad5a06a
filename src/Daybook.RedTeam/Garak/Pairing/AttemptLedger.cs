using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Tells which attempts count. That a scored attempt repeats an earlier line comes out at the end of its run, so a log with repeats is read twice.</summary>
/// <param name="file">The log's name in messages.</param>
/// <param name="capacity">How many records of attempts are held in memory.</param>
internal sealed class AttemptLedger(string file, int capacity) : IDisposable
{
    private readonly AttemptPairing _pairing = new(capacity);
    private readonly List<AttemptCounts> _runs = [];
    private bool _isSecondReading;
    private int _run;
    private long _passedOver;

    /// <inheritdoc cref="AttemptPairing.Marked"/>
    public LineSet Marked => _pairing.Marked;

    /// <summary>Whether the first reading counted attempts that it should have passed over.</summary>
    public bool HasRepeats => _runs.Any(counts => counts.Repeated > 0);

    /// <returns>True for a scored attempt whose scores count, as far as is known.</returns>
    /// <exception cref="DataSourceException">There is no room for a temporary file.</exception>
    public bool Add(AttemptLine attempt, LogRecord record, long line)
    {
        if (!_isSecondReading)
            _pairing.Add(attempt, record, line);
        if (attempt.Status != 2)
            return false;
        if (!_isSecondReading || !Marked.Contains(line))
            return true;
        _passedOver++;
        return false;
    }

    /// <exception cref="DataSourceException">There is no room for a temporary file, or the second reading found another log.</exception>
    public AttemptCounts EndRun()
    {
        if (!_isSecondReading)
            _runs.Add(_pairing.Settle());
        else if (_run == _runs.Count || _runs[_run].Repeated != _passedOver)
            throw LogRefusal.Changed(file);
        _passedOver = 0;
        return _runs[_run++];
    }

    /// <summary>Starts the second reading.</summary>
    public void Rewind() => (_isSecondReading, _run) = (true, 0);

    public void Dispose() => _pairing.Dispose();
}

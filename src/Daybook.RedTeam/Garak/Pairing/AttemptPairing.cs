using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Daybook.RedTeam;

/// <summary>
/// Pairs the two records garak writes of an attempt, answered (status 1) and scored (status 2), in whatever order they come. Its memory does
/// not grow with the number of attempts, apart from a bit for each line once there are lines to mark.
/// </summary>
/// <param name="capacity">How many records of each kind are held in memory.</param>
internal sealed class AttemptPairing(int capacity) : IDisposable
{
    private readonly SpillingSorter<KeyedAttempt> _keyed = new(capacity);
    private readonly SpillingSorter<PromptedAttempt> _prompted = new(capacity);
    private long _unfinished;
    private long _neverSent;
    private long _repeated;

    /// <summary>Lines of attempts that were never scored, and of scored attempts that repeat an earlier line; of the settled runs.</summary>
    public LineSet Marked { get; } = new();

    /// <exception cref="Composition.DataSourceException">There is no room for a temporary file.</exception>
    public void Add(AttemptLine attempt, LogRecord record, long line)
    {
        if (attempt.Id is { } id)
            _keyed.Add(new KeyedAttempt(new AttemptKey(id, attempt.Seq, attempt.Probe.Index), attempt.Status, attempt.Status == 2 ? Hash(record) : 0, line));
        else if (attempt.Status == 0)
            MarkNeverSent(line);
        else
            _prompted.Add(new PromptedAttempt(Evidence.PromptHash(record), attempt.Probe.Index, attempt.Status == 2, line));
    }

    /// <summary>Ends a run: pairs what was added, marks lines, and forgets the attempts.</summary>
    /// <exception cref="Composition.DataSourceException">There is no room for a temporary file.</exception>
    public AttemptCounts Settle()
    {
        SettleKeyed();
        SettlePrompted();
        var counts = new AttemptCounts(_unfinished, _neverSent, _repeated);
        (_unfinished, _neverSent, _repeated) = (0, 0, 0);
        _keyed.Clear();
        _prompted.Clear();
        return counts;
    }

    public void Dispose()
    {
        _keyed.Dispose();
        _prompted.Dispose();
    }

    /// <summary>The first record of each attempt tells whether it was scored, answered or neither; equal scored records follow each other.</summary>
    private void SettleKeyed()
    {
        KeyedAttempt? before = null;
        foreach (var record in _keyed.Read())
        {
            var isFirst = before?.Key != record.Key;
            if (isFirst && record.Status == 1)
                MarkUnfinished(record.Line);
            else if (isFirst && record.Status == 0)
                MarkNeverSent(record.Line);
            else if (!isFirst && record.Status == 2 && record.Content == before!.Value.Content)
                MarkRepeated(record.Line);
            before = record;
        }
    }

    /// <summary>A scored record closes the oldest open one before it of the same probe with an equal prompt. What is open follows in a second reading.</summary>
    private void SettlePrompted()
    {
        using var open = _prompted.Read().Where(record => !record.IsScored).Select(record => record.Line).GetEnumerator();
        var count = 0L;
        PromptedAttempt before = default;
        foreach (var record in _prompted.Read())
        {
            if (!record.HasPromptOf(before))
            {
                MarkUnfinished(open, count);
                count = 0;
            }

            before = record;
            if (!record.IsScored)
                count++;
            else if (count > 0 && open.MoveNext())
                count--;
        }

        MarkUnfinished(open, count);
    }

    private void MarkUnfinished(IEnumerator<long> lines, long count)
    {
        for (; count > 0 && lines.MoveNext(); count--)
            MarkUnfinished(lines.Current);
    }

    private void MarkUnfinished(long line)
    {
        Marked.Add(line);
        _unfinished++;
    }

    private void MarkNeverSent(long line)
    {
        Marked.Add(line);
        _neverSent++;
    }

    private void MarkRepeated(long line)
    {
        Marked.Add(line);
        _repeated++;
    }

    private static long Hash(LogRecord record)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record.Raw.Span, hash);
        return MemoryMarshal.Read<long>(hash);
    }
}

using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Daybook.RedTeam;

/// <summary>
/// Pairs the two records garak writes of an attempt, answered (status 1) and scored (status 2), in whatever order they come. Keeps keys,
/// hashes and line numbers, no texts.
/// </summary>
internal sealed class AttemptLedger
{
    private readonly Dictionary<AttemptKey, State> _attempts = [];
    private readonly HashSet<(AttemptKey Key, long Content)> _further = [];
    private readonly Dictionary<(int Probe, UInt128 Prompt), Queue<long>> _openWithoutId = [];
    private readonly List<long> _neverSentWithoutId = [];
    private readonly List<long> _duplicates = [];

    public long Finished { get; private set; }

    /// <summary>Lines of scored attempts that repeat an earlier line.</summary>
    public FrozenSet<long> DuplicateLines => [.. _duplicates];

    /// <summary>Lines of attempts that were answered and not scored, so far.</summary>
    public IEnumerable<long> UnfinishedLines =>
        LinesAt(Stage.Answered).Concat(_openWithoutId.Values.SelectMany(lines => lines));

    /// <summary>Lines of attempts that were neither answered nor scored, so far.</summary>
    public IEnumerable<long> NeverSentLines => LinesAt(Stage.NeverSent).Concat(_neverSentWithoutId);

    /// <returns>True for a scored attempt whose scores count.</returns>
    public bool Add(AttemptLine attempt, LogRecord record, long line)
    {
        var counts = attempt.Id is { } id
            ? AddWithId(new AttemptKey(id, attempt.Seq, attempt.Probe.Index), attempt.Status, record.Raw.Span, line)
            : AddWithoutId(attempt, record, line);
        if (counts)
            Finished++;
        return counts;
    }

    private bool AddWithId(AttemptKey key, int status, ReadOnlySpan<byte> text, long line)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_attempts, key, out _);
        if (status < 2)
        {
            var stage = status == 1 ? Stage.Answered : Stage.NeverSent;
            if (stage > state.Stage)
                state = new State(stage, line);
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        var content = MemoryMarshal.Read<long>(hash);
        if (state.Stage != Stage.Finished)
        {
            state = new State(Stage.Finished, content);
            return true;
        }

        if (state.LineOrContent != content && _further.Add((key, content)))
            return true;
        _duplicates.Add(line);
        return false;
    }

    /// <summary>A scored record closes the oldest open one of the same probe with an equal prompt.</summary>
    private bool AddWithoutId(AttemptLine attempt, LogRecord record, long line)
    {
        if (attempt.Status == 0)
        {
            _neverSentWithoutId.Add(line);
            return false;
        }

        var key = (attempt.Probe.Index, Evidence.PromptHash(record));
        ref var open = ref CollectionsMarshal.GetValueRefOrAddDefault(_openWithoutId, key, out _);
        open ??= [];
        if (attempt.Status == 1)
            open.Enqueue(line);
        else
            open.TryDequeue(out _);
        return attempt.Status == 2;
    }

    private IEnumerable<long> LinesAt(Stage stage) => _attempts.Values.Where(state => state.Stage == stage).Select(state => state.LineOrContent);

    private enum Stage : byte
    {
        Unseen,
        NeverSent,
        Answered,
        Finished,
    }

    /// <param name="LineOrContent">The line while the attempt is open; a hash of the record once it is finished.</param>
    private readonly record struct State(Stage Stage, long LineOrContent);
}

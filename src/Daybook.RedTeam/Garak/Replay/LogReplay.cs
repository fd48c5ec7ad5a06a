using System.Collections.Frozen;

namespace Daybook.RedTeam;

/// <summary>Goes a second time through the attempts and hits of a log whose first reading settled what each of them means.</summary>
internal sealed class LogReplay : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly LogScan _scan;
    private readonly Func<GarakRun, bool> _wanted;
    private readonly GarakRun[] _runs;
    private readonly LineSet _marked;
    private readonly Dictionary<string, GarakRun> _hitlogs;
    private readonly Dictionary<GarakRun, FrozenDictionary<(string Probe, string Detector), GarakResult>> _results =
        new(ReferenceEqualityComparer.Instance);

    private readonly NamePool _probes = NamePool.Probes();
    private readonly NamePool _detectors = NamePool.Detectors();

    public LogReplay(GarakFile file, GarakLog log, Func<GarakRun, bool> wanted, GarakOptions options)
    {
        _wanted = wanted;
        _runs = [.. log.Runs.Where(run => !run.IsHitlog).OrderBy(run => run.FirstLine)];
        _marked = log.Marked;
        _hitlogs = log.Runs.Where(run => run.IsHitlog).ToDictionary(run => run.Summary.RunId ?? "", StringComparer.Ordinal);
        Attempt = new AttemptLine(_probes, _detectors);
        Run = log.Runs[0];
        _stream = file.Open();
        try
        {
            if (_stream.Length < log.Bytes)
                throw LogRefusal.Changed(file.Name);
            _scan = new LogScan(_stream, file.Name, log.Bytes, options.Limits);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public GarakRun Run { get; private set; }

    /// <summary>An attempt or a hit of <see cref="Run"/>; valid until the next call.</summary>
    public LogRecord Record => _scan.Record;

    /// <summary>Read from the record when it is an attempt.</summary>
    public AttemptLine Attempt { get; }

    /// <summary>1-based.</summary>
    public long LineNumber => _scan.LineNumber;

    public AttemptState State { get; private set; }

    /// <returns>False when no record is left.</returns>
    /// <exception cref="Composition.DataSourceException">The file changed since its first reading.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (await _scan.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Record.Type == EntryType.Attempt && RunAt(LineNumber) is { } run && _wanted(run))
            {
                Run = run;
                Attempt.Read(Record);
                State = StateOf(_marked.Contains(LineNumber));
                if (State != AttemptState.Superseded)
                    return true;
            }
            else if (Record.Type == EntryType.Hit && HitlogOf(Record.Text(Field.RunId) ?? "") is var hitlog && _wanted(hitlog))
            {
                Run = hitlog;
                State = AttemptState.Finished;
                return true;
            }
        }

        return false;
    }

    /// <summary>What the first reading counted for a probe and detector of the current run.</summary>
    public GarakResult Result(PluginName probe, PluginName detector)
    {
        if (!_results.TryGetValue(Run, out var results))
            _results.Add(Run, results = Run.Results.ToFrozenDictionary(result => (result.Probe, result.Detector)));
        return results.GetValueOrDefault((probe.Text, detector.Text)) ?? throw LogRefusal.Changed(Run.Summary.File);
    }

    public PluginName Probe(Field field) => _probes.Get(Record.Text(field) ?? "");

    public PluginName Detector(Field field) => _detectors.Get(Record.Text(field) ?? "");

    public async ValueTask DisposeAsync()
    {
        _scan.Dispose();
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private GarakRun HitlogOf(string runId) => _hitlogs.GetValueOrDefault(runId) ?? throw LogRefusal.Changed(Run.Summary.File);

    private GarakRun? RunAt(long line) => Array.FindLast(_runs, run => run.FirstLine <= line);

    private AttemptState StateOf(bool isMarked) => Attempt.Status switch
    {
        2 => isMarked ? AttemptState.Duplicate : AttemptState.Finished,
        1 => isMarked ? AttemptState.Unfinished : AttemptState.Superseded,
        _ => isMarked ? AttemptState.NeverSent : AttemptState.Superseded,
    };
}

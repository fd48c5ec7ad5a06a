using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Counts the records of a log while they go by.</summary>
internal sealed class LogCount(string file, AttemptLedger ledger, GarakOptions options)
{
    private const string NoType = "(none)";

    /// <summary>Further types are counted together: a hostile file may hold as many types as lines.</summary>
    private const int MaxEntryTypes = 50;

    private readonly NamePool _probes = NamePool.Probes();
    private readonly NamePool _detectors = NamePool.Detectors();
    private readonly HashSet<int> _gradedDetectors = [];
    private readonly SortedDictionary<string, long> _entries = new(StringComparer.Ordinal);
    private readonly List<RunAccumulator> _runs = [];
    private readonly Dictionary<string, RunAccumulator> _hitlogs = new(StringComparer.Ordinal);
    private AttemptLine? _attempt;
    private IReadOnlyList<string>? _firstKeys;
    private long _unknown;

    /// <exception cref="DataSourceException">The file holds too many runs.</exception>
    public void Add(LogRecord record, long line)
    {
        _firstKeys ??= [.. record.Keys().Take(8)];
        Count(record);
        if (record.Type == EntryType.Unknown)
            _unknown++;
        else
            RunOf(record, line).Add(record, _attempt ??= new AttemptLine(_probes, _detectors), line);
    }

    /// <param name="scan">Read to its end.</param>
    /// <exception cref="DataSourceException">No record was one of garak's.</exception>
    public GarakLog Finish(LogScan scan)
    {
        if (_runs.Count + _hitlogs.Count == 0)
            throw LogRefusal.NotGarak(file, Recognised());
        if (scan.IsTruncated)
            (_runs.LastOrDefault() ?? _hitlogs.Values.Last()).IsCut = true;
        EndRun();
        return new GarakLog(
            file,
            scan.BytesRead,
            scan.LineNumber,
            _entries.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. _runs.Concat(_hitlogs.Values).Select(run => RunBuilder.Build(run, file, options, _gradedDetectors))],
            Notes(scan))
        {
            Marked = ledger.Marked,
        };
    }

    private RunAccumulator RunOf(LogRecord record, long line)
    {
        if (record.Type == EntryType.Hit)
        {
            var id = record.Text(Field.RunId) ?? "";
            if (!_hitlogs.TryGetValue(id, out var hitlog))
                _hitlogs.Add(id, hitlog = NewRun(line, isHitlog: true));
            return hitlog;
        }

        var opensRun = record.Type is EntryType.Config or EntryType.Setup or EntryType.Init;
        if (_runs.Count == 0 || (opensRun && _runs[^1].Header.IsLeftBy(record, _runs[^1].HasBody)))
        {
            EndRun();
            _runs.Add(NewRun(line, isHitlog: false));
        }

        return _runs[^1];
    }

    private void EndRun()
    {
        if (_runs.Count > 0)
            _runs[^1].Attempts = ledger.EndRun();
    }

    private RunAccumulator NewRun(long line, bool isHitlog) => _runs.Count + _hitlogs.Count == options.Limits.MaxRuns
        ? throw LogRefusal.TooManyRuns(file, options.Limits.MaxRuns)
        : new RunAccumulator(line, _probes, _detectors, _gradedDetectors, ledger, options) { IsHitlog = isHitlog };

    private void Count(LogRecord record)
    {
        var type = record.Type switch
        {
            EntryType.Attempt => "attempt",
            EntryType.Eval => "eval",
            EntryType.Hit => "hit",
            _ => record.Text(Field.EntryType) is { } text ? LogRefusal.Printable(text) : NoType,
        };
        if (_entries.Count >= MaxEntryTypes && !_entries.ContainsKey(type))
            type = "(other)";
        _entries[type] = _entries.GetValueOrDefault(type) + 1;
    }

    private string Recognised()
    {
        var keys = _firstKeys is { Count: > 0 } ? "the keys " + string.Join(", ", _firstKeys.Select(LogRefusal.Printable)) : "no keys";
        var types = _entries.Keys.Where(type => type != NoType).Take(8).ToList();
        return $"its first line has {keys}{(types.Count > 0 ? ", its entry types are " : "")}{string.Join(", ", types)}";
    }

    private ImmutableArray<DataNote> Notes(LogScan scan)
    {
        var notes = new NoteList(file);
        notes.Add(GarakNoteCodes.UnknownEntryType, _unknown, $"has {Figure.Count(_unknown, "line")} of a type that is not known, left out");
        var runs = _runs.Count > 1 ? _runs.Count : 0;
        notes.Add(GarakNoteCodes.SeveralRuns, runs, $"holds {Figure.Count(runs, "run")} one after the other, each counted by itself");
        var broken = scan.BrokenTextLines;
        notes.Add(GarakNoteCodes.BrokenText, broken, $"has {Figure.Count(broken, "line")} with bytes that are not UTF-8, shown as U+FFFD");
        return notes.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>The runs of the reported period with what they counted.</summary>
internal sealed class RunLedger(PeriodCalendar calendar)
{
    private readonly List<RunSummary> _current = [];
    private readonly Dictionary<RunSummary, Counts> _counts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs that started in the period, excluded ones left out, by start and file.</summary>
    public ImmutableArray<RunSummary> Current =>
        [.. Sorted().Where(run => run.Excluded is null)];

    public ImmutableArray<RunSummary> Incomplete => [.. Current.Where(run => run.State == RunState.Incomplete)];

    /// <summary>Runs that belong to no period because their log gives no start.</summary>
    public int Untimed { get; private set; }

    /// <summary>Incomplete runs of the earlier periods.</summary>
    public int IncompleteBefore { get; private set; }

    /// <summary>Files of the runs of the period.</summary>
    public IEnumerable<string> Files => _current.Select(run => run.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public void Add(RunSummary run)
    {
        if (run.Started is not { } started)
            Untimed += run.Excluded is null ? 1 : 0;
        else if (calendar.IndexOf(started) is not { } index)
            return;
        else if (index == 0)
            _current.Add(run);
        else if (run is { Excluded: null, State: RunState.Incomplete })
            IncompleteBefore++;
    }

    public void Count(AttackResult result) =>
        _counts[result.Run] = _counts.GetValueOrDefault(result.Run) + Counts.Of(result);

    public ImmutableArray<RunFigures> Figures() =>
        [.. Sorted().Select(run => RunFigures.Of(run, _counts.GetValueOrDefault(run), calendar.Zone))];

    /// <summary>Only what the logs measure: tests per hour over runs whose start and end are known.</summary>
    public PerformanceFigures Performance()
    {
        var timed = Current.Where(run => run.Ended > run.Started).ToArray();
        var ticks = timed.Sum(run => (run.Ended!.Value - run.Started!.Value).BclCompatibleTicks);
        var tests = timed.Sum(run => _counts.GetValueOrDefault(run).Tests);
        var throughput = tests == 0
            ? null
            : new Measure(
                tests * (decimal)TimeSpan.TicksPerHour / ticks,
                "tests/h",
                $"{Figure.Count(tests, "test")} over the running time of {Figure.Count(timed.Length, "run")} with known start and end");
        return new PerformanceFigures(null, throughput, null, null);
    }

    private IEnumerable<RunSummary> Sorted() => _current
        .OrderBy(run => run.Started)
        .ThenBy(run => run.File, StringComparer.Ordinal)
        .ThenBy(run => run.RunId, StringComparer.Ordinal);
}

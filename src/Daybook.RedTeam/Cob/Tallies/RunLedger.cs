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

    /// <summary>Everything read, of all periods, for tracing.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    public void Add(RunSummary run)
    {
        Files.Add(run.File);
        if (run.Started is not { } started)
            Untimed++;
        else if (calendar.IndexOf(started) == 0)
            _current.Add(run);
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

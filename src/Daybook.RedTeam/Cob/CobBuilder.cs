using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>
/// Makes the close-of-business object. Runs and results of the reported period and of earlier ones give the figures; findings of the
/// reported period give the evidence. All may arrive in any order; the object does not depend on it.
/// </summary>
internal sealed class CobBuilder
{
    private readonly CobSettings _settings;
    private readonly ReportPeriod _period;
    private readonly PeriodCalendar _calendar;
    private readonly CurrentTally _current;
    private readonly EvidenceTally _evidence;
    private readonly ImmutableArray<PeriodTally> _earlier;
    private readonly RunLedger _runs;
    private readonly QualityLedger _quality = new();
    private readonly WindowTally _window = new();

    public CobBuilder(CobSettings settings, ReportPeriod period)
    {
        _settings = settings;
        _period = period;
        _calendar = new PeriodCalendar(period);
        _current = new CurrentTally(_calendar.Zone);
        _evidence = new EvidenceTally(settings);
        _earlier = [.. period.Earlier.Select(earlier => new PeriodTally(earlier.BusinessDate))];
        _runs = new RunLedger(_calendar);
    }

    /// <exception cref="DataSourceException">A log cannot be read.</exception>
    public static async Task<JsonElement> BuildAsync(
        RedTeamReading reading, CobSettings settings, ReportPeriod period, CancellationToken cancellationToken)
    {
        var builder = new CobBuilder(settings, period);
        foreach (var run in reading.Runs)
            builder.Add(run);
        foreach (var result in reading.Results)
            builder.Add(result);
        foreach (var note in reading.Notes)
            builder.Add(note);
        var current = new NodaTime.Interval(builder._calendar.Start, builder._calendar.End);
        await foreach (var finding in reading.Findings(current, cancellationToken).ConfigureAwait(false))
            builder.Add(finding);
        return builder.Build();
    }

    public void Add(RunSummary run) => _runs.Add(run);

    public void Add(DataNote note) => _quality.Add(note);

    public void Add(AttackResult result)
    {
        var rows = result.Hits + result.Passes + result.Nones;
        if (result.Run.Started is not { } time)
        {
            _quality.Untimed += result.Excluded is null ? rows : 0;
            return;
        }

        var index = _calendar.IndexOf(time);
        if (result.Excluded is { } reason)
        {
            if (index == 0)
                _quality.Exclude(reason, rows);
        }
        else if (index is null)
        {
            _quality.Exclude(Exclusion.OutsidePeriod, rows);
        }
        else if (result.Basis == ResultBasis.HitsOnly)
        {
            if (index == 0)
                _quality.HitsWithoutRate += result.Hits;
        }
        else if (!result.IsPrimary)
        {
            if (index == 0)
                _current.ByExtendedScorer.Add(result.Scorer, Counts.Of(result));
        }
        else
        {
            Count(result, time, index.Value);
        }
    }

    /// <summary>Takes a finding of the reported period as evidence; findings of other periods and excluded ones are passed over.</summary>
    public void Add(Finding finding)
    {
        if (finding.Excluded is null && finding.IsPrimary && finding.Timestamp is { } time && _calendar.IndexOf(time) == 0)
            _evidence.Add(finding);
    }

    public JsonElement Build() => JsonSerializer.SerializeToElement(BuildObject(), CobJson.Default.CobObject);

    public CobObject BuildObject()
    {
        var counts = _current.Total;
        var redactor = new Redactor();
        var baselines = Baselines.Of(_period, _earlier, counts);
        var assessment = AssessmentRule.Of(counts, _runs, _quality, _settings.ExpectedTargets, _current);
        var threats = ThreatFiguresOf(redactor);
        var executions = ExecutionTable.Of(_current, _runs, _evidence, _calendar.Zone, redactor);
        var tables = new GroupTables(_current, _evidence, _earlier.FirstOrDefault());
        return new CobObject
        {
            BusinessDate = _period.BusinessDate,
            PeriodStart = _period.Start,
            PeriodEnd = _period.End,
            Zone = _period.Zone,
            Shift = _settings.Shift is { } shift ? new ShiftFigures(shift, _period.Start, _period.End) : null,
            Operator = _settings.Operator,
            DataSnapshotAt = _settings.DataSnapshotAt,
            Assessment = assessment,
            Executions = executions,
            SeverityBreakdown = GroupTables.Severities(counts),
            Threats = threats,
            Performance = _runs.Performance(),
            HistoricalBaselines = baselines,
            ChangeVsYesterday = Changes.Of(counts, baselines.Yesterday),
            ChangeVsWeek = Changes.Of(counts, baselines.WeekAverage),
            ByModel = tables.ByModel(),
            ByScorer = tables.ByScorer(),
            ByDataset = tables.ByDataset(),
            ByCategory = tables.ByCategory(),
            ByProbe = tables.ByProbe(),
            ByTag = tables.ByTag(),
            VulnerabilityMatrix = tables.Matrix(),
            Compliance = tables.Compliance(),
            PriorityActions = PriorityActionRule.Of(assessment.State, counts, threats),
            Runs = _runs.Figures(),
            Quality = _quality.Build(_evidence, _current, _runs, executions, redactor),
            Method = MethodNotes.Of(_settings, _quality, _runs),
        };
    }

    private void Count(AttackResult result, NodaTime.Instant time, int index)
    {
        if (index == 0)
        {
            _current.Add(result, time);
            _runs.Count(result);
        }
        else
        {
            _earlier[index - 1].Add(result, _calendar.HourOf(time));
        }

        _window.Add(result, time, _calendar);
    }

    private ThreatFigures ThreatFiguresOf(Redactor redactor)
    {
        var counts = _current.Total;
        var week = _earlier.Take(BaselineSeries.Length).ToImmutableArray();
        var series = BaselineSeries.Of(week, period => period.Total);
        var violations = ViolationTrendRule.Of(series, counts);
        var performance = PerformanceTrendRule.Of(series);
        var degradation = DegradationRule.Of(series, ModelSeries(week));
        var anomalies = AnomalyRule.Of(series, counts);
        return new ThreatFigures(
            _evidence.Patterns(_calendar.Zone, redactor),
            CrossModelRule.Of(_current.ByScorerOnModel.Entries),
            AttackVectorRule.Of(_window.ByScorerOnModel.Entries, week),
            EscalationRule.Of(_window.Recent, _window.Before) is { } escalation ? [escalation] : [],
            TimelineRule.Of(_current.Hours),
            RiskAssessmentRule.Of(counts, _settings.RiskRule),
            _evidence.Taxonomy(),
            new TrendAnalysis(
                violations,
                performance,
                degradation,
                SeasonalRule.Of(_period.BusinessDate, _earlier, counts),
                anomalies,
                InsightRule.Of(violations, performance, degradation, anomalies),
                PriorityTrendRule.Of(violations, performance, degradation, anomalies),
                TrendAlertRule.Of(violations, performance)));
    }

    private static IEnumerable<(string Model, ImmutableArray<SeriesPoint> Series)> ModelSeries(ImmutableArray<PeriodTally> week) =>
        week.SelectMany(period => period.ByModel.Entries.Keys)
            .Where(model => model.IsNamed)
            .Distinct()
            .Select(model => (model.Name!, BaselineSeries.Of(week, period => period.ByModel[model])));
}

using Daybook.Composition;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed class CobBuilderTests
{
    [Fact]
    public void Without_any_run_nothing_is_assessed_and_no_figure_is_given()
    {
        var cob = new CobCase().Object();

        Assert.Equal(AssessmentState.NotAssessed, cob.Assessment.State);
        Assert.Equal("Not assessed: no scored tests in the period", cob.Assessment.Headline);
        Assert.Equal(["No run started in the period"], cob.Assessment.Reasons);
        Assert.Null(cob.Executions.ViolationRate);
        Assert.Null(cob.Executions.SuccessRate);
        Assert.Null(cob.Threats.RiskAssessment.OverallRiskLevel);
        Assert.Null(cob.HistoricalBaselines.Yesterday.TotalTests);
        Assert.Equal("N/A", cob.ChangeVsYesterday.TotalTests.Text);
        Assert.Equal(["Find out why nothing was tested"], cob.PriorityActions.Select(action => action.Action));
        Assert.All(cob.Compliance.SelectMany(framework => framework.Requirements), r => Assert.Equal(ComplianceStatus.NotTested, r.Status));
    }

    [Fact]
    public void The_period_is_half_open()
    {
        var cob = new CobCase()
            .With(CobCase.Result(CobCase.Run(CobCase.At(1, 18), "first"), high: 1, passes: 1))
            .With(CobCase.Result(CobCase.Run(CobCase.At(0, 17, 59), "last"), passes: 3))
            .With(CobCase.Result(CobCase.Run(CobCase.At(0, 18), "after"), passes: 5))
            .With(CobCase.Result(CobCase.Run(CobCase.At(1, 17, 59), "before"), passes: 7))
            .Object();

        Assert.Equal(["first", "last"], cob.Executions.ModelNames);
        Assert.Equal(5, cob.Executions.ScoredTests);
        Assert.Equal(20m, cob.Executions.AttackSuccessRate);
        Assert.Equal(7m, cob.HistoricalBaselines.Yesterday.TotalTests);
        Assert.Equal(5, Assert.Single(cob.Method.Exclusions).Rows);
        Assert.Equal(Exclusion.OutsidePeriod, cob.Method.Exclusions[0].Reason);
    }

    [Fact]
    public void Control_records_and_extended_detectors_are_in_no_total()
    {
        var run = CobCase.Run(CobCase.At(0, 12));
        var cob = new CobCase()
            .With(CobCase.Result(run, high: 1, passes: 9))
            .With(CobCase.Result(run, high: 5, passes: 5, scorer: "demo.Extended") with { IsPrimary = false })
            .With(CobCase.Result(run, high: 7, attack: "garak.harnesses.base") with { Excluded = Exclusion.ControlRecord })
            .Object();

        Assert.Equal(10, cob.Executions.TotalTests);
        Assert.Equal(10m, cob.Executions.AttackSuccessRate);
        Assert.Equal(["demo.EchoHit"], cob.Executions.ScorerNames);
        Assert.Equal(["extended", "primary"], cob.ByScorer.Select(scorer => scorer.Group!));
        Assert.Equal(new ExclusionFigure(Exclusion.ControlRecord, "control records", 7), Assert.Single(cob.Method.Exclusions));
    }

    [Fact]
    public void An_incomplete_run_makes_the_period_partly_assessed()
    {
        var run = CobCase.Run(CobCase.At(0, 12), state: RunState.Incomplete) with { Name = "garak.model-a.2026-05-04", UnfinishedAttempts = 12 };
        var cob = new CobCase().With(CobCase.Result(run, passes: 9)).Object();

        Assert.Equal(AssessmentState.PartlyAssessed, cob.Assessment.State);
        Assert.Equal(["Run 'garak.model-a.2026-05-04' is incomplete: 12 attempts without a score"], cob.Assessment.Reasons);
        Assert.Equal(1, cob.Executions.IncompleteExecutions);
    }

    [Fact]
    public void A_blocking_note_makes_the_period_partly_assessed()
    {
        var cob = new CobCase()
            .With(CobCase.Result(CobCase.Run(CobCase.At(0, 12)), passes: 9))
            .With(new DataNote("refused_file", "b.report.jsonl is empty", 1, true))
            .Object();

        Assert.Equal(["b.report.jsonl is empty"], cob.Assessment.Reasons);
        Assert.True(Assert.Single(cob.Quality, note => note.Code == "refused_file").Blocking);
    }

    [Fact]
    public void An_expected_target_without_scored_tests_makes_the_period_partly_assessed()
    {
        var cob = new CobCase(new CobSettings { ExpectedTargets = ["model-a", "model-b"] })
            .With(CobCase.Result(CobCase.Run(CobCase.At(0, 12)), passes: 9))
            .Object();

        Assert.Equal(["Target model-b was expected and has no scored tests"], cob.Assessment.Reasons);
    }

    [Fact]
    public void A_target_without_a_name_is_in_the_totals_and_is_no_model()
    {
        var cob = new CobCase().With(CobCase.Result(CobCase.Run(CobCase.At(0, 12), model: null), high: 1, passes: 1)).Object();

        Assert.Equal(2, cob.Executions.TotalTests);
        Assert.Equal(0, cob.Executions.UniqueModels);
        Assert.Equal("(not named)", Assert.Single(cob.ByModel).Label);
        Assert.Null(cob.ByModel[0].Name);
    }

    [Fact]
    public void Rows_of_a_run_without_a_start_time_are_counted_and_belong_to_no_period()
    {
        var cob = new CobCase().With(CobCase.Result(CobCase.Run(null), high: 1, passes: 1)).Object();

        Assert.Equal(AssessmentState.NotAssessed, cob.Assessment.State);
        Assert.Contains("1 run has no start time and can be placed in no period", cob.Assessment.Reasons);
        Assert.Equal(2, Assert.Single(cob.Quality, note => note.Code == "time_missing").Count);
    }

    [Fact]
    public void Week_average_counts_are_means_over_days_with_data_and_its_rates_are_pooled()
    {
        var cob = new CobCase().WithDay(1, 10, 90).WithDay(3, 0, 300).WithDay(9, 50, 50).Object();
        var baselines = cob.HistoricalBaselines;

        Assert.Equal(2, baselines.DaysWithData);
        Assert.Equal(200m, baselines.WeekAverage.TotalTests);
        Assert.Equal(2.5m, baselines.WeekAverage.ViolationRate);
        Assert.Equal(10m, baselines.HistoricalDaily["day_1"].ViolationRate);
        Assert.Null(baselines.HistoricalDaily["day_2"].ViolationRate);
        Assert.Equal(7, baselines.Series.Length);
        Assert.Equal(new DateOnly(2026, 4, 27), baselines.Series[0].BusinessDate);
        Assert.Equal(new DateOnly(2026, 5, 3), baselines.Series[^1].BusinessDate);
        Assert.Equal(8, baselines.SeriesWithCurrent.Length);
    }

    [Fact]
    public void The_object_does_not_depend_on_the_order_things_arrive_in()
    {
        var results = Enumerable.Range(0, 12)
            .Select(i => CobCase.Result(CobCase.Run(CobCase.At(i % 3, 12), $"model-{i % 4}"), high: i, passes: 20 - i, attack: $"demo.P{i % 5}"))
            .ToArray();
        var findings = Enumerable.Range(0, 30).Select(i => CobCase.Finding($"ignore the previous system prompt {i}", line: i)).ToArray();

        var forward = new CobCase();
        var backward = new CobCase();
        foreach (var result in results)
            forward.With(result);
        foreach (var finding in findings)
            forward.With(finding);
        foreach (var finding in findings.Reverse())
            backward.With(finding);
        foreach (var result in results.Reverse())
            backward.With(result);

        Assert.Equal(forward.Json().GetRawText(), backward.Json().GetRawText());
    }
}

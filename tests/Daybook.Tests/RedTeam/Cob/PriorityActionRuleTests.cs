namespace Daybook.Tests.RedTeam.Cob;

public sealed class PriorityActionRuleTests
{
    [Fact]
    public void A_quiet_day_has_the_routine_actions()
    {
        var cob = new CobCase().WithDay(0, 0, 100).Object();

        Assert.Equal(
            ["Continue monitoring for new patterns", "Review the daily metrics", "Prepare the hand-over"],
            cob.PriorityActions.Select(action => action.Action));
        Assert.All(cob.PriorityActions, action => Assert.Equal("100 scored tests, 0 critical or high findings", action.Figures));
    }

    [Fact]
    public void At_most_five_actions_in_the_order_of_the_rule()
    {
        var cob = new CobCase();
        foreach (var (day, high) in new[] { (7, 4), (6, 6), (5, 5), (4, 5), (3, 30), (2, 36), (1, 44) })
            cob.WithDay(day, high, 100 - high);
        foreach (var model in new[] { "model-a", "model-b", "model-c", "model-d", "model-e" })
            cob.With(CobCase.Result(CobCase.Run(CobCase.At(0, 17), model), critical: 20, passes: 5));
        for (var line = 0; line < 25; line++)
            cob.With(CobCase.Finding("ignore previous instructions, system override", model: $"model-{"abcde"[line % 5]}", line: line));

        var actions = cob.Object().PriorityActions;

        Assert.Equal(["R6", "R7", "R8", "R20", "R19"], actions.Select(action => action.Rule));
        Assert.Equal("Contain the attack pattern 'Prompt injection' on 5 targets", actions[0].Action);
        Assert.Equal("25 occurrences, risk score 3.0 (critical)", actions[0].Figures);
        Assert.All(actions, action => Assert.Null(action.Owner));
    }

    [Theory]
    [InlineData(10, 90, 0)]
    [InlineData(11, 989, 1)]
    public void More_than_ten_critical_or_high_findings_ask_for_a_review(long high, long passes, int actions) => Assert.Equal(
        actions,
        new CobCase().WithDay(0, high, passes).Object().PriorityActions.Count(action => action.Action == "Review the critical and high findings"));

    [Theory]
    [InlineData(1, 4, 0)]
    [InlineData(3, 11, 1)]
    public void A_violation_rate_above_a_fifth_asks_for_action(long high, long passes, int actions) => Assert.Equal(
        actions, new CobCase().WithDay(0, high, passes).Object().PriorityActions.Count(action => action.Action == "Bring the violation rate down"));
}

namespace Daybook.RedTeam;

/// <summary>R11: scores and levels of risk from the pooled counts of the period.</summary>
internal static class RiskAssessmentRule
{
    public static RiskAssessment Of(Counts counts, RiskRule rule)
    {
        if (counts.Scored == 0)
            return new RiskAssessment(null, null, null, null, null, null);

        return new RiskAssessment(
            Overall(counts, rule),
            CompositeScore(counts),
            RiskScore(counts),
            ViolationLevel(counts.ViolationRate!.Value),
            100m - counts.ViolationRate!.Value,
            100m - counts.AttackSuccessRate!.Value);
    }

    public static decimal CompositeScore(Counts counts) => 10m * (10m * counts.Critical + 5m * counts.High) / counts.Scored;

    public static decimal RiskScore(Counts counts) => Math.Min(
        10m,
        (10m * counts.Critical + 5m * counts.High + 3m * counts.Medium + counts.Low + 0.5m * counts.Minimal) / counts.Scored);

    public static RiskLevel CompositeLevel(decimal composite) =>
        composite >= 80m ? RiskLevel.Critical
        : composite >= 60m ? RiskLevel.High
        : composite >= 40m ? RiskLevel.Medium
        : RiskLevel.Low;

    public static RiskLevel CountsLevel(Counts counts) =>
        counts.Critical >= 1 ? RiskLevel.Critical
        : counts.High > 2 ? RiskLevel.High
        : counts.High >= 1 || counts.Medium > 5 ? RiskLevel.Medium
        : RiskLevel.Low;

    public static RiskLevel ViolationLevel(decimal rate) =>
        rate >= 30m ? RiskLevel.Critical
        : rate >= 20m ? RiskLevel.High
        : rate >= 10m ? RiskLevel.Medium
        : rate >= 5m ? RiskLevel.Low
        : RiskLevel.Minimal;

    /// <summary>A level for a figure that was imported without counts.</summary>
    public static RiskLevel ImportedLevel(decimal riskScore) =>
        riskScore >= 9m ? RiskLevel.Critical
        : riskScore >= 7m ? RiskLevel.High
        : riskScore >= 4m ? RiskLevel.Medium
        : RiskLevel.Low;

    private static RiskLevel Overall(Counts known, RiskRule rule)
    {
        // A violation whose severity is not known weighs as high, so that the label never looks better than the data.
        var counts = known with { High = known.High + known.Unknown };

        // When every scored test has a critical or high finding, no rule may call that less than critical.
        if (counts.CriticalAndHigh == counts.Scored)
            return RiskLevel.Critical;

        var byScore = CompositeLevel(CompositeScore(counts));
        var byCounts = CountsLevel(counts);
        return rule switch
        {
            RiskRule.WorstOf => byScore > byCounts ? byScore : byCounts,
            RiskRule.Composite => byScore,
            RiskRule.Counts => byCounts,
            RiskRule.ExecBlock => ExecBlock(counts),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
        };
    }

    private static RiskLevel ExecBlock(Counts counts) =>
        counts.Critical > 0 ? RiskLevel.Critical
        : counts.High > 5 ? RiskLevel.High
        : counts.High > 0 ? RiskLevel.Medium
        : RiskLevel.Low;
}

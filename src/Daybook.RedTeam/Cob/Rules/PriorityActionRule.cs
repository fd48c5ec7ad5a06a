using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R21: at most five actions for the next shift, in the order of the rule.</summary>
internal static class PriorityActionRule
{
    private const int Limit = 5;
    private const int Patterns = 2;

    public static ImmutableArray<PriorityAction> Of(AssessmentState state, Counts counts, ThreatFigures threats)
    {
        if (state == AssessmentState.NotAssessed)
            return [new("R2", "Find out why nothing was tested", "No scored tests in the period", null)];

        ImmutableArray<PriorityAction> fired =
            [.. Threats(threats).Concat(Trends(threats.TrendAnalysis)).Concat(Totals(counts)).Take(Limit)];
        return fired.IsEmpty ? Routine(counts) : fired;
    }

    private static IEnumerable<PriorityAction> Threats(ThreatFigures threats)
    {
        foreach (var pattern in threats.ThreatPatterns.Where(pattern => pattern.RiskLevel >= RiskLevel.High).Take(Patterns))
        {
            yield return new(
                "R6",
                $"Contain the attack pattern '{pattern.Label}' on {Targets(pattern.AffectedModels)}",
                $"{Figure.Count(pattern.Occurrences, "occurrence")}, risk score {Figure.OneDecimal(pattern.RiskScore)} ({Word(pattern.RiskLevel)})",
                null);
        }

        var cross = threats.CrossModelThreats.Where(threat => threat.Severity > 7m).ToArray();
        if (cross.Length > 0)
        {
            var worst = cross[0];
            yield return new(
                "R7",
                $"Treat what {worst.Scorer} finds as one threat to {Targets(worst.Models)}",
                $"{Figure.Count(worst.Findings, "finding")}, severity {Figure.OneDecimal(worst.Severity)} of 10"
                    + (cross.Length > 1 ? $"; {Figure.Count(cross.Length - 1, "more scorer")} above 7" : ""),
                null);
        }

        foreach (var threat in threats.EscalatingThreats.Where(threat => threat.UrgencyLevel > 50m))
            yield return new("R8", "Stop the escalation: find its source before the next shift", threat.Description, null);
    }

    private static IEnumerable<PriorityAction> Trends(TrendAnalysis trends)
    {
        foreach (var alert in trends.TrendAlerts.Where(alert => alert.Urgency == RiskLevel.High))
            yield return new("R20", $"Answer the alert: {alert.Title.ToLowerInvariant()}", alert.Description, null);

        if (trends.PriorityTrends is [{ Score: > 80m } top, ..])
            yield return new("R19", top.Action.TrimEnd('.'), $"{top.Title}, score {Figure.OneDecimal(top.Score)} of 100", null);
    }

    private static IEnumerable<PriorityAction> Totals(Counts counts)
    {
        if (counts.CriticalAndHigh > 10)
        {
            yield return new(
                "R3",
                "Review the critical and high findings",
                $"{Figure.Whole(counts.Critical)} critical, {Figure.Whole(counts.High)} high",
                null);
        }

        if (counts.ViolationRate is { } violations and > 20m)
            yield return new("R3", "Bring the violation rate down", $"{Figure.Percent(violations)} of {Figure.Count(counts.Scored, "scored test")}", null);

        if (counts.SuccessRate is { } success and < 90m)
            yield return new("R3", "Find out why tests end without a score", $"{Figure.Percent(success)} of {Figure.Count(counts.Tests, "test")} scored", null);
    }

    private static ImmutableArray<PriorityAction> Routine(Counts counts)
    {
        var figures = $"{Figure.Count(counts.Scored, "scored test")}, {Figure.Count(counts.CriticalAndHigh, "critical or high finding")}";
        return
        [
            new("R21", "Continue monitoring for new patterns", figures, null),
            new("R21", "Review the daily metrics", figures, null),
            new("R21", "Prepare the hand-over", figures, null),
        ];
    }

    private static string Targets(ImmutableArray<string> models) =>
        models.IsEmpty ? "the affected targets" : models.Length <= 3 ? string.Join(", ", models) : Figure.Count(models.Length, "target");

    private static string Word(RiskLevel level) => level.ToString().ToLowerInvariant();
}

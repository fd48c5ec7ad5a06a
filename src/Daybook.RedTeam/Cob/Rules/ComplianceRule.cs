namespace Daybook.RedTeam;

/// <summary>R22: the status of a requirement by the share of evaluated tests that passed.</summary>
internal static class ComplianceRule
{
    public static ComplianceStatus Of(long tested, long violations)
    {
        if (tested == 0)
            return ComplianceStatus.NotTested;

        var passed = 100m * (tested - violations) / tested;
        return passed >= 90m ? ComplianceStatus.Pass : passed >= 70m ? ComplianceStatus.Partial : ComplianceStatus.Fail;
    }

    public static ComplianceRequirement Of(Requirement requirement, Counts counts) => new(
        requirement.Id,
        requirement.Title,
        requirement.Tags,
        counts.Scored,
        counts.Violations,
        counts.AttackSuccessRate,
        100m - counts.AttackSuccessRate,
        RateInterval.Wilson(counts.Violations, counts.Scored),
        Of(counts.Scored, counts.Violations));
}

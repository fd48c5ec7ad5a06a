namespace Daybook.RedTeam;

internal enum AssessmentState
{
    Assessed,

    /// <summary>Figures exist; an expected source or run is missing or broke off.</summary>
    PartlyAssessed,

    /// <summary>No scored tests: risk, rates, scores, trends and verdicts are null.</summary>
    NotAssessed,
}

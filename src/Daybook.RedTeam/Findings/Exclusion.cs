namespace Daybook.RedTeam;

/// <summary>Why a row is in no total and no rate. Every exclusion is counted in the data-quality list.</summary>
public enum Exclusion
{
    FallbackScorer,
    Duplicate,
    ControlRecord,
    TestRun,
    OutsidePeriod,
    PolarityUnmapped,
}

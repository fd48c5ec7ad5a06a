using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>How the figures were made: printed at the end of every report.</summary>
/// <param name="TimeZoneData">Version of the time-zone data.</param>
/// <param name="Notes">Sentences on what the figures mean and do not mean.</param>
/// <param name="Exclusions">Rows in no total, by reason.</param>
internal sealed record Method(
    ThresholdFigures ThresholdSet,
    PolarityFigures Polarity,
    RiskRule RiskRule,
    string IntervalMethod,
    string TimeZoneData,
    ImmutableArray<ExclusionFigure> Exclusions,
    ImmutableArray<string> Sources,
    ImmutableArray<string> Notes);

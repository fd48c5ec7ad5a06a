using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Everything a close-of-business report is made from. Values are exact; rounding happens in templates.</summary>
internal sealed record CobObject
{
    /// <summary>The business date, under the name templates expect.</summary>
    public DateOnly ReportDate => BusinessDate;

    public required DateOnly BusinessDate { get; init; }

    public required DateTimeOffset PeriodStart { get; init; }

    /// <summary>First instant after the period.</summary>
    public required DateTimeOffset PeriodEnd { get; init; }

    public required string Zone { get; init; }

    /// <summary>Null when the schedule names none.</summary>
    public required ShiftFigures? Shift { get; init; }

    /// <summary>Null when nobody is named.</summary>
    public required string? Operator { get; init; }

    public required DateTimeOffset? DataSnapshotAt { get; init; }

    public required Assessment Assessment { get; init; }

    public required Executions Executions { get; init; }

    public required ImmutableArray<SeverityFigure> SeverityBreakdown { get; init; }

    /// <summary>The same without what did no harm: critical to low.</summary>
    public IEnumerable<SeverityFigure> FindingsBySeverity =>
        SeverityBreakdown.Where(figure => figure.Severity is not (FindingSeverity.Minimal or FindingSeverity.Unknown));

    public required ThreatFigures Threats { get; init; }

    /// <summary>Second name of <see cref="Threats"/>.</summary>
    public ThreatFigures Threat => Threats;

    public required PerformanceFigures Performance { get; init; }

    public required HistoricalBaselines HistoricalBaselines { get; init; }

    public required Changes ChangeVsYesterday { get; init; }

    public required Changes ChangeVsWeek { get; init; }

    public required ImmutableArray<GroupFigures> ByModel { get; init; }

    public required ImmutableArray<GroupFigures> ByScorer { get; init; }

    public required ImmutableArray<GroupFigures> ByDataset { get; init; }

    public required ImmutableArray<GroupFigures> ByCategory { get; init; }

    public required ImmutableArray<GroupFigures> ByProbe { get; init; }

    public required ImmutableArray<GroupFigures> ByTag { get; init; }

    public required ImmutableArray<MatrixCell> VulnerabilityMatrix { get; init; }

    public required ImmutableArray<ComplianceFramework> Compliance { get; init; }

    public required ImmutableArray<PriorityAction> PriorityActions { get; init; }

    public required ImmutableArray<RunFigures> Runs { get; init; }

    public required ImmutableArray<QualityNote> Quality { get; init; }

    public required Method Method { get; init; }
}

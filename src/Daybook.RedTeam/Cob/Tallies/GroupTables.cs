using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>The tables of the object: the groups with the highest attack success rate first, groups without a rate last.</summary>
internal sealed class GroupTables(CurrentTally current, EvidenceTally evidence, PeriodTally? previous)
{
    public static ImmutableArray<SeverityFigure> Severities(Counts counts) =>
    [
        Severity(FindingSeverity.Critical, "Critical", counts.Critical, counts),
        Severity(FindingSeverity.High, "High", counts.High, counts),
        Severity(FindingSeverity.Medium, "Medium", counts.Medium, counts),
        Severity(FindingSeverity.Low, "Low", counts.Low, counts),
        Severity(FindingSeverity.Minimal, "Minimal", counts.Minimal, counts),
        Severity(FindingSeverity.Unknown, "Unknown", counts.Unknown, counts),
    ];

    public ImmutableArray<GroupFigures> ByModel() => Sorted(current.ByModel.Entries.Select(
        entry => GroupFigures.Of(entry.Key.Name, null, null, entry.Value, previous?.ByModel[entry.Key])));

    public ImmutableArray<GroupFigures> ByScorer() => Sorted(
        current.ByScorer.Entries.Select(entry => GroupFigures.Of(entry.Key, null, "primary", entry.Value))
            .Concat(current.ByExtendedScorer.Entries.Select(entry => GroupFigures.Of(entry.Key, null, "extended", entry.Value))));

    public ImmutableArray<GroupFigures> ByProbe() => Sorted(current.ByProbe.Entries.Select(
        entry => GroupFigures.Of(entry.Key, null, entry.Key.Split('.')[0], entry.Value, previous?.ByProbe[entry.Key])));

    public ImmutableArray<GroupFigures> ByDataset() => Sorted(current.ByDataset.Entries.Select(
        entry => GroupFigures.Of(entry.Key, null, null, entry.Value)));

    public ImmutableArray<GroupFigures> ByCategory() => Sorted(evidence.ByCategory.Entries.Select(
        entry => GroupFigures.Of(entry.Key, null, null, entry.Value)));

    public ImmutableArray<GroupFigures> ByTag() => Sorted(current.ByTag.Entries.Select(
        entry => GroupFigures.Of(entry.Key, TagLabel(entry.Key), entry.Key.Split(':')[0], entry.Value)));

    public ImmutableArray<MatrixCell> Matrix() =>
    [
        .. current.ByModelAndAttack.Entries
            .OrderBy(entry => entry.Key.Model.Name, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Attack, StringComparer.Ordinal)
            .Select(entry => new MatrixCell(
                entry.Key.Model.Name,
                entry.Key.Model.Name ?? GroupFigures.NotNamed,
                entry.Key.Attack,
                entry.Value.Scored,
                entry.Value.Violations,
                entry.Value.AttackSuccessRate)),
    ];

    public ImmutableArray<ComplianceFramework> Compliance() =>
    [
        .. Framework.All.Select(framework => new ComplianceFramework(
            framework.Id,
            framework.Name,
            framework.Edition,
            [.. framework.Requirements.Select(requirement => ComplianceRule.Of(requirement, current.ByRequirement[requirement]))])),
    ];

    private static SeverityFigure Severity(FindingSeverity severity, string label, long count, Counts counts) =>
        new(severity, label, count, Percent.Of(count, counts.Scored));

    private static ImmutableArray<GroupFigures> Sorted(IEnumerable<GroupFigures> groups) =>
    [
        .. groups
            .OrderByDescending(group => group.Rate ?? -1m)
            .ThenByDescending(group => group.Violations)
            .ThenBy(group => group.Name, StringComparer.Ordinal)
            .ThenBy(group => group.Group, StringComparer.Ordinal),
    ];

    private static string? TagLabel(string tag) =>
        Framework.Owasp.Requirements.FirstOrDefault(requirement => requirement.Tags.Contains(tag)) is { } owasp
            ? $"OWASP {owasp.Id}: {owasp.Title}"
            : null;
}

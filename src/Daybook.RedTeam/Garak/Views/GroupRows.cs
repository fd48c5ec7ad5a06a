namespace Daybook.RedTeam;

/// <summary>What the tables that group results have in common.</summary>
internal static class GroupRows
{
    public static PooledCounts Counts(this IEnumerable<RunResult> group) => PooledCounts.Of(group.Select(pair => pair.Result));

    public static long Runs(this IEnumerable<RunResult> group) => group.Select(pair => pair.Run).Distinct<object>(ReferenceEqualityComparer.Instance).Count();

    public static long Probes(this IEnumerable<RunResult> group) => Distinct(group.Select(pair => pair.Result.Probe));

    /// <summary>Targets with a name; the others are no known targets and are not counted.</summary>
    public static long Targets(this IEnumerable<RunResult> group) => Distinct(group.Select(pair => pair.Run.Summary.Model).OfType<string>());

    /// <summary>The first value other than null, such as a description that only newer logs hold.</summary>
    public static string? Any(this IEnumerable<RunResult> group, Func<GarakResult, string?> value) =>
        group.Select(pair => value(pair.Result)).FirstOrDefault(text => text is not null);

    public static string? Tags(this IEnumerable<RunResult> group)
    {
        var tags = group.SelectMany(pair => pair.Result.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return tags.Count == 0 ? null : string.Join(", ", tags);
    }

    private static long Distinct(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).Count();
}

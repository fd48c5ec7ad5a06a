using System.Collections.Immutable;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The filters that reports have beside Jinja's own. None of them fails on a missing number: it prints as "not measured" or "N/A".</summary>
internal static class ReportFilters
{
    public static ImmutableDictionary<string, JinjaFunction> All { get; } =
        new[] { NumberFilters.All, ChangeFilters.All, TimeFilters.All, SeverityFilters.All, CodeFilters.All }
            .SelectMany(filters => filters).ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
